/** What can happen in a case, as the derived events name it. */
export const eventKinds = [
  'plan-begard',
  'plan-inkommen',
  'plan-uppfoljd',
  'behov-klarlagt',
  'planering',
  'mote',
  'kontakt',
  'tips',
  'arbetsplatsstod',
  'stallningstagande',
  'intervju',
  'anteckning',
] as const

/** What a row of the derived tables holds in a column. */
export type DerivedCell = string | number | null

/** The columns of each derived table, in the order of the tables, without those that the store adds. */
export const derivedColumns = {
  case_facts: [
    'number',
    'number_key',
    'name',
    'name_key',
    'personnummer',
    'employment',
    'employer',
    'employer_key',
    'organisation_number',
    'first_sick_day',
    'extent',
    'expected_length',
    'assigned_to',
    'assigned_key',
    'office',
    'closed_on',
    'found_by',
    'area',
    'plan_state',
    'plan_asked_on',
    'plan_came_on',
    'plan_channel',
    'plan_initiative',
    'plan_followable',
    'plan_follow_up',
    'need_state',
    'need_on',
    'first_measure_on',
    'last_event',
    'next_due',
    'notes',
    'drafts',
    'oldest_draft',
    'updated_at',
  ],
  case_events: ['kind', 'date', 'note_id', 'channel', 'initiative'],
  /** Events that figures are of, each with what its case is counted by, so that a figure reads nothing else. */
  case_figure_events: [
    'kind',
    'date',
    'is_first',
    'channel',
    'initiative',
    'employment',
    'first_sick_day',
    'office',
  ],
  case_insatser: [
    'note_id',
    'row_id',
    'owner',
    'what',
    'kind',
    'performer_role',
    'performer',
    'starts',
    'ends',
    'follow_up',
    'status',
    'missing_reason',
    'effect',
    'aims_at',
    'replaced_by',
    'closed_on',
  ],
  case_dues: ['kind', 'due', 'note_id', 'field', 'row_id', 'closed_on'],
  survey_answers: ['note_id', 'question', 'value', 'on_day'],
  case_writers: ['writer_key'],
} as const

export type DerivedTable = keyof typeof derivedColumns
/** A row of one table: a cell for each of its columns. */
export type RowOf<T extends DerivedTable> = Readonly<Record<(typeof derivedColumns)[T][number], DerivedCell>>

/** All that is derived of one case. */
export interface CaseRows {
  readonly case_facts: readonly [RowOf<'case_facts'>]
  readonly case_events: readonly RowOf<'case_events'>[]
  readonly case_figure_events: readonly RowOf<'case_figure_events'>[]
  readonly case_insatser: readonly RowOf<'case_insatser'>[]
  readonly case_dues: readonly RowOf<'case_dues'>[]
  readonly survey_answers: readonly RowOf<'survey_answers'>[]
  readonly case_writers: readonly RowOf<'case_writers'>[]
}
