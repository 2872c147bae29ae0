// The house: an arrow means "may import"; what isn't allowed here is refused.
// scripts/check-house.ts runs these rules and makes sure that files were read at all.
import type { DependencyType, ICruiseOptions, IFlattenedRuleSet } from 'dependency-cruiser'

type Rule = NonNullable<IFlattenedRuleSet['forbidden']>[number]

const room = (path: string) => `^${path}/`

/** Of our own folders, files in `from` may import only those in `to` (and their own). */
const mayOnly = (name: string, from: string, to: readonly string[], comment: string): Rule => ({
  name,
  comment,
  severity: 'error',
  from: { path: room(from) },
  to: {
    path: '^(shared|main|renderer|templates|tests|scripts|schemas)/',
    pathNot: [room(from), ...to.map(room)],
  },
})

/** Within shared/: a room and the rooms it may import. */
const shared = (name: string, others: readonly string[]): Rule =>
  mayOnly(
    `shared-${name}`,
    `shared/${name}`,
    others.map((other) => `shared/${other}`),
    `shared/${name} may import: ${others.join(', ') || 'nothing'}.`,
  )

/** The rooms of shared/ that build on each other: each may import those before it, so no circle is possible. */
const sharedRooms = [
  'file',
  'text',
  'sources',
  'user',
  'case',
  'fields',
  'template',
  'note',
  'history',
] as const

/** The rooms of the window: each may import those before it. */
const windowRooms = ['base', 'api', 'workbench', 'note-model', 'fields', 'features'] as const

/** What a host may import besides what every host may. */
const besides: Partial<Record<string, { readonly rooms: readonly string[]; readonly why: string }>> = {
  cli: { rooms: ['main/web'], why: ', and web for `serve`' },
  electron: { rooms: ['main/cli'], why: ', and cli for the commands of the installed program' },
}

const node: { dependencyTypes: DependencyType[] } = { dependencyTypes: ['core'] }

export const forbidden: Rule[] = [
  {
    name: 'no-circular',
    comment: 'No circular imports anywhere.',
    severity: 'error',
    from: {},
    to: { circular: true },
  },
  {
    name: 'unresolved',
    comment: 'An import that leads nowhere.',
    severity: 'error',
    from: {},
    // The build makes these (electron.vite.config.ts).
    to: { couldNotResolve: true, pathNot: '^virtual:' },
  },
  {
    name: 'undeclared-package',
    comment: 'A package that package.json does not name.',
    severity: 'error',
    from: {},
    to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
  },
  {
    name: 'development-package-in-the-program',
    comment: 'What ships may not need a development dependency (electron is there at run time).',
    severity: 'error',
    from: { path: '^(shared|main|renderer)/' },
    to: {
      dependencyTypes: ['npm-dev'],
      dependencyTypesNot: ['type-only'],
      pathNot: '(^|/)node_modules/(electron|@types)/',
    },
  },

  mayOnly(
    'shared-alone',
    'shared',
    ['templates'],
    'shared/ is at the bottom: it imports the shipped templates at most.',
  ),
  {
    name: 'shared-pure',
    comment: 'shared/ is pure: no Node modules.',
    severity: 'error',
    from: { path: '^shared/' },
    to: node,
  },
  {
    name: 'shared-packages',
    comment: 'shared/ imports zod and a few small pure packages; the contract also @orpc/contract.',
    severity: 'error',
    from: { path: '^shared/' },
    to: {
      path: '^node_modules/',
      pathNot:
        '^node_modules/(zod|personnummer|organisationsnummer|canonicalize|dequal|diff|jsonc-parser|@noble/hashes|@orpc/contract)/',
    },
  },
  {
    name: 'shared-contract-package',
    comment: 'Only shared/api defines the contract.',
    severity: 'error',
    from: { path: '^shared/', pathNot: '^shared/api/' },
    to: { path: '^node_modules/@orpc/' },
  },
  ...sharedRooms.map((name, index) => shared(name, sharedRooms.slice(0, index))),
  mayOnly(
    'shared-guide',
    'shared/guide',
    [...sharedRooms.map((other) => `shared/${other}`), 'templates'],
    'shared/guide may import the rooms below note, and the way and phrases that ship with the templates.',
  ),
  shared('comments', sharedRooms),
  shared('package', [...sharedRooms, 'comments']),
  shared('rules', sharedRooms),
  shared('projection', [...sharedRooms, 'rules']),
  shared('watch', sharedRooms),
  shared('search', [...sharedRooms, 'comments']),
  shared('indicators', sharedRooms),
  shared('review', [...sharedRooms, 'rules', 'projection']),
  shared('journal', [...sharedRooms, 'comments']),
  shared('interchange', sharedRooms),
  shared('overview', [...sharedRooms, 'rules', 'projection', 'journal']),
  shared('studio', sharedRooms),
  shared('policy', ['file', 'text', 'journal']),
  shared('host', ['text']),
  mayOnly(
    'shared-training',
    'shared/training',
    [
      ...[...sharedRooms, 'rules', 'projection', 'journal', 'overview', 'host'].map(
        (other) => `shared/${other}`,
      ),
      'templates',
    ],
    'shared/training may import the rooms below note, rules, projection, journal, overview, host, and the tours that ship with the templates.',
  ),
  shared('archive', []),
  shared('api', [
    ...sharedRooms,
    'studio',
    'guide',
    'comments',
    'package',
    'rules',
    'projection',
    'watch',
    'search',
    'indicators',
    'review',
    'journal',
    'interchange',
    'overview',
    'training',
    'policy',
    'host',
    'archive',
  ]),

  mayOnly('main-alone', 'main', ['shared', 'templates'], 'main/ may import shared/.'),
  mayOnly(
    'main-core',
    'main/core',
    ['shared', 'templates', 'main/files', 'main/policy', 'main/store', 'main/export'],
    'core: shared, files, policy, store, export.',
  ),
  mayOnly(
    'main-store',
    'main/store',
    [
      'shared/file',
      'shared/user',
      'shared/case',
      'shared/note',
      'shared/history',
      'shared/template',
      'shared/studio',
      'shared/guide',
      'shared/comments',
      'shared/package',
      'shared/projection',
      'shared/watch',
      'shared/search',
      'shared/indicators',
      'shared/archive',
      'main/files',
    ],
    'store: file, user, case, note, history, template, studio, guide, comments, package, projection, watch, search, indicators and archive of shared, and files; neither texts nor contract.',
  ),
  mayOnly('main-files', 'main/files', ['shared/file'], 'files: what is read of a file, nothing else.'),
  mayOnly(
    'main-policy',
    'main/policy',
    ['shared', 'main/files'],
    'policy: what is read of the system and its folders; shared and files.',
  ),
  mayOnly('main-export', 'main/export', ['shared', 'templates'], 'export: shared only.'),
  ...['electron', 'web', 'cli'].map((host) =>
    mayOnly(
      `main-${host}`,
      `main/${host}`,
      [
        'shared',
        'templates',
        'main/files',
        'main/policy',
        'main/core',
        'main/store',
        'main/export',
        ...(besides[host]?.rooms ?? []),
      ],
      `${host}: shared, files, policy, core, store, export${besides[host]?.why ?? ''}.`,
    ),
  ),
  {
    name: 'electron-only-in-its-room',
    comment: 'Importing electron in Node starts a download: only main/electron may.',
    severity: 'error',
    from: { pathNot: '^main/electron/' },
    to: { path: '^(node_modules/)?electron(/|$)' },
  },
  {
    name: 'core-knows-no-host',
    comment: 'core, store and export know nothing of HTTP or sockets.',
    severity: 'error',
    from: { path: '^main/(core|store|export)/' },
    to: {
      path: '^(node:)?(http|https|http2|net|tls|dgram)$|^node_modules/(ws|electron)/|^node_modules/@orpc/server/.*(adapters/(node|ws|fetch|message-port))',
    },
  },
  {
    name: 'database-driver-only-in-store',
    comment: 'Only main/store opens the database.',
    severity: 'error',
    from: { path: '^(main|renderer)/', pathNot: '^main/store/' },
    to: { path: '^node_modules/(better-sqlite3|kysely)/', dependencyTypesNot: ['type-only'] },
  },

  mayOnly('renderer-alone', 'renderer', ['shared'], 'renderer/ may import shared/ only.'),
  ...windowRooms.map((name, index) =>
    mayOnly(
      `renderer-${name}`,
      `renderer/${name}`,
      ['shared', ...windowRooms.slice(0, index).map((below) => `renderer/${below}`)],
      `renderer/${name} may import: shared, ${windowRooms.slice(0, index).join(', ') || 'no other room'}.`,
    ),
  ),
  {
    name: 'renderer-frame-without-domain',
    comment:
      'base and workbench hold no domain: of shared/ they see files, texts, hosts, the archive that is open, and dates.',
    severity: 'error',
    from: { path: '^renderer/(base|workbench)/' },
    to: {
      path: '^shared/',
      pathNot: '^shared/(file|text|host)/|^shared/api/archive\\.ts$|^shared/case/dates\\.ts$',
    },
  },
  {
    name: 'renderer-features-apart',
    comment: 'A feature reaches another by command id or through note-model, never by import.',
    severity: 'error',
    from: { path: '^renderer/features/([^/]+)/' },
    to: { path: '^renderer/features/', pathNot: '^renderer/features/$1/' },
  },
  {
    name: 'renderer-no-node',
    comment: 'The window has no Node.',
    severity: 'error',
    from: { path: '^renderer/' },
    to: node,
  },
]

export const options: ICruiseOptions = {
  parser: 'swc',
  tsPreCompilationDeps: true,
  doNotFollow: { path: 'node_modules' },
  exclude: { path: '^(out|dist|\\.cache|test-results|playwright-report)/' },
  enhancedResolveOptions: {
    extensions: ['.ts', '.tsx', '.mjs', '.cjs', '.js', '.json', '.css'],
    exportsFields: ['exports'],
    conditionNames: ['import', 'require', 'node', 'default', 'types'],
    mainFields: ['module', 'main', 'types', 'typings'],
  },
}
