/** Rehabilitation before rehabilitation, in every form and compound: "prerehab", "förrehabiliteringen", "arbetsförberedande". */
export const beforeRehab =
  /(?<![\p{L}\p{N}])(?:pre[-\s]?reha(?:b|bb)(?:\p{L}|-)*|förberedande (?:medicinsk |social )?rehab\p{L}*|för-?rehab\p{L}*|arbets-?för(?:be|b|bre|ber)red(?:ande|else)\p{L}*|arbets-?förb?ere?dand\p{L}*)/iu
