/**
 * The addresses that name things in FHIR. Ours never change, since files carry them; `.example` belongs to nobody
 * (RFC 2606), and nothing is ever asked of any of them.
 */
const OURS = 'https://klarlagt.example/fhir'

/** Our extensions, each a member of the template as JSON. */
export const OWN_MEMBER = `${OURS}/StructureDefinition/`
/** An answer as it is stored, where FHIR has no form for it. */
export const OWN_ANSWER = `${OURS}/StructureDefinition/svar-som-lagrat`

export const questionnaireUrl = (template: string) => `${OURS}/Questionnaire/${template}`
export const noteSystem = `${OURS}/anteckning`

/** The codes of a question's options. */
export const codeSystem = (template: string, linkId: string) => `${OURS}/CodeSystem/${template}/${linkId}`

const standard = 'http://hl7.org/fhir/StructureDefinition'
export const TRANSLATION = `${standard}/translation`
export const ITEM_CONTROL = `${standard}/questionnaire-itemControl`
export const ITEM_CONTROL_CODES = 'http://hl7.org/fhir/questionnaire-item-control'
export const OPTION_EXCLUSIVE = `${standard}/questionnaire-optionExclusive`
export const UNIT = `${standard}/questionnaire-unit`
export const HIDDEN = `${standard}/questionnaire-hidden`
export const TARGET_CONSTRAINT = `${standard}/targetConstraint`
/** In the place of a value: the expression that gives it. */
export const CALCULATED_VALUE = `${standard}/cqf-calculatedValue`
export const MIN_VALUE = `${standard}/minValue`
export const MAX_VALUE = `${standard}/maxValue`
export const ENABLE_WHEN_EXPRESSION =
  'http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-enableWhenExpression'

/** The extensions of others that are read. */
export const understood: ReadonlySet<string> = new Set([
  TRANSLATION,
  ITEM_CONTROL,
  OPTION_EXCLUSIVE,
  UNIT,
  MIN_VALUE,
  MAX_VALUE,
  ENABLE_WHEN_EXPRESSION,
  HIDDEN,
])

/** Extensions that say how a form looks, and nothing of what it asks. */
export const looks: ReadonlySet<string> = new Set(
  [
    'rendering-style',
    'rendering-xhtml',
    'rendering-markdown',
    'rendering-styleSensitive',
    'questionnaire-choiceOrientation',
    'questionnaire-displayCategory',
    'questionnaire-optionPrefix',
    'questionnaire-sliderStepValue',
    'questionnaire-supportLink',
    'entryFormat',
  ]
    .map((name) => `${standard}/${name}`)
    .concat(
      ['shortText', 'collapsible', 'openLabel', 'columnCount', 'width', 'choiceColumn', 'itemMedia'].map(
        (name) => `http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-${name}`,
      ),
    ),
)

/** Swedish personnummer, by their object identifier. */
export const PERSONNUMMER = 'urn:oid:1.2.752.129.2.1.3.1'
