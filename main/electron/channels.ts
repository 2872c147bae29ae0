/** Every channel between the page's preload and main, named here and nowhere else. `to-page` ones go the other way. */
export const channels = {
  connectCore: 'klarlagt:connect-core',
  setMenu: 'klarlagt:set-menu',
  setCloseGuard: 'klarlagt:set-close-guard',
  answerClose: 'klarlagt:answer-close',
  toPage: {
    corePort: 'klarlagt:to-page:core-port',
    coreLost: 'klarlagt:to-page:core-lost',
    command: 'klarlagt:to-page:command',
    closeRequest: 'klarlagt:to-page:close-request',
  },
} as const
