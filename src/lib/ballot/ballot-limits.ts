// How long the texts of a ballot may be, and how many choices it may have.

export const questionLimit = 300;
export const choiceLimit = 160;
export const choicesLimit = 12;
export const proposalLimit = 1500;
export const meaningLimit = 160;
