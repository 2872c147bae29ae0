import about from './about.json' with { type: 'json' }
import amend from './amend.json' with { type: 'json' }
import cases from './cases.json' with { type: 'json' }
import cli from './cli.json' with { type: 'json' }
import comments from './comments.json' with { type: 'json' }
import disposal from './disposal.json' with { type: 'json' }
import errors from './errors.json' with { type: 'json' }
import exercise from './exercise.json' with { type: 'json' }
import exports from './exports.json' with { type: 'json' }
import extract from './extract.json' with { type: 'json' }
import fields from './fields.json' with { type: 'json' }
import find from './find.json' with { type: 'json' }
import follow from './follow.json' with { type: 'json' }
import frame from './frame.json' with { type: 'json' }
import handout from './handout.json' with { type: 'json' }
import history from './history.json' with { type: 'json' }
import host from './host.json' with { type: 'json' }
import indicators from './indicators.json' with { type: 'json' }
import interchange from './interchange.json' with { type: 'json' }
import journal from './journal.json' with { type: 'json' }
import keys from './keys.json' with { type: 'json' }
import lists from './lists.json' with { type: 'json' }
import lock from './lock.json' with { type: 'json' }
import log from './log.json' with { type: 'json' }
import notes from './notes.json' with { type: 'json' }
import overview from './overview.json' with { type: 'json' }
import packages from './packages.json' with { type: 'json' }
import people from './people.json' with { type: 'json' }
import phrases from './phrases.json' with { type: 'json' }
import plain from './plain.json' with { type: 'json' }
import policies from './policies.json' with { type: 'json' }
import present from './present.json' with { type: 'json' }
import proof from './proof.json' with { type: 'json' }
import publish from './publish.json' with { type: 'json' }
import review from './review.json' with { type: 'json' }
import rulebook from './rulebook.json' with { type: 'json' }
import rules from './rules.json' with { type: 'json' }
import safekeeping from './safekeeping.json' with { type: 'json' }
import scenes from './scenes.json' with { type: 'json' }
import search from './search.json' with { type: 'json' }
import settings from './settings.json' with { type: 'json' }
import sources from './sources.json' with { type: 'json' }
import studio from './studio.json' with { type: 'json' }
import tours from './tours.json' with { type: 'json' }
import training from './training.json' with { type: 'json' }
import watch from './watch.json' with { type: 'json' }
import welcome from './welcome.json' with { type: 'json' }

/** One file a concern; each key begins with the name of its file. */
export default {
  ...about,
  ...amend,
  ...cli,
  ...comments,
  ...disposal,
  ...errors,
  ...exercise,
  ...exports,
  ...extract,
  ...fields,
  ...find,
  ...follow,
  ...frame,
  ...handout,
  ...history,
  ...host,
  ...cases,
  ...indicators,
  ...interchange,
  ...journal,
  ...keys,
  ...lists,
  ...lock,
  ...log,
  ...notes,
  ...overview,
  ...people,
  ...packages,
  ...phrases,
  ...plain,
  ...policies,
  ...review,
  ...present,
  ...proof,
  ...publish,
  ...rulebook,
  ...rules,
  ...safekeeping,
  ...scenes,
  ...search,
  ...settings,
  ...sources,
  ...studio,
  ...tours,
  ...training,
  ...watch,
  ...welcome,
} as const
