import type { Figure } from '../../../shared/indicators/figure.ts'
import { indicatorIds } from '../../../shared/indicators/indicators.ts'
import { findingText, monthsText } from '../../../shared/indicators/words.ts'
import { mayExport, policiesOf } from '../../api/policies.ts'
import { todayOf } from '../../api/today.ts'
import { apiOf } from '../../api/use-client.ts'
import type { SavedFile } from '../../base/files.ts'
import { refusedWithout } from '../../note-model/may.ts'
import type { Command, CommandArgs, Workbench } from '../../workbench/contribution.ts'
import { giveFile } from '../../workbench/give-file.ts'
import { askedOn } from './asked.ts'
import { pngOf, standAlone, svgText } from './save-chart.ts'
import { charts, useFigureState } from './state.ts'

const isOpen = ({ archive }: Workbench) => archive.state === 'open'
const isShown = ({ activeEditor }: Workbench) =>
  activeEditor?.type === 'indicators' || activeEditor?.type === 'interviews'

const askedNow = (workbench: Workbench) => askedOn(todayOf(workbench), useFigureState.getState())

const give = (workbench: Workbench, file: SavedFile) =>
  giveFile(workbench, file, workbench.t('indicators.exported', { file: file.fileName }))

const exportReport = (format: 'csv' | 'pdf'): Command => ({
  id: `indicators.${format}`,
  title: `indicators.command.${format}`,
  category: 'indicators.title',
  icon: 'export',
  refused: refusedWithout('export'),
  when: (workbench) =>
    isOpen(workbench) &&
    isShown(workbench) &&
    mayExport(policiesOf(workbench.queryClient, workbench.client), format),
  run: async (workbench) => {
    const { client, language } = workbench
    const file = await client.indicators.export({
      asked: askedNow(workbench),
      breakdown: useFigureState.getState().breakdown,
      format,
      language,
    })
    await give(workbench, file)
  },
})

/** The figure that a chart in the window is of. */
function figureOfChart(workbench: Workbench, { indicator }: CommandArgs): Figure | undefined {
  const { client, queryClient } = workbench
  const queryKey = apiOf(client).indicators.report.queryKey({ input: askedNow(workbench) })
  return queryClient.getQueryData(queryKey)?.figures.find((figure) => figure.indicator === indicator)
}

const saveChart = (format: 'svg' | 'png'): Command => ({
  id: `indicators.${format}`,
  title: `indicators.command.${format}`,
  category: 'indicators.title',
  icon: 'export',
  hidden: true,
  refused: refusedWithout('export'),
  when: (workbench) =>
    isOpen(workbench) && mayExport(policiesOf(workbench.queryClient, workbench.client), format),
  run: async (workbench, args) => {
    const { language, t } = workbench
    const figure = figureOfChart(workbench, args)
    const chart = charts.get(args.indicator ?? '')
    if (figure === undefined || chart === undefined) return
    const asked = askedNow(workbench)
    const whole = standAlone(chart, {
      title: findingText(language, figure),
      about: `${t(`indicators.population.${figure.population}`)} · ${monthsText(language, asked)}`,
    })
    const fileName = `klarlagt-${figure.indicator.toLowerCase()}-${asked.today}.${format}`
    await give(
      workbench,
      format === 'svg'
        ? { fileName, mimeType: 'image/svg+xml', content: svgText(whole) }
        : { fileName, mimeType: 'image/png', content: await pngOf(whole) },
    )
  },
})

/** What can be done with the figures. */
export const indicatorCommands: readonly Command[] = [
  {
    id: 'indicators.show',
    title: 'indicators.command.show',
    category: 'frame.category.view',
    icon: 'graph-line',
    keys: ['Alt+Shift+U'],
    menu: 'view',
    when: isOpen,
    run: ({ layout }) => {
      layout.showSideBarView('indicators')
      layout.focusPart('side')
    },
  },
  {
    id: 'indicators.open',
    title: 'indicators.command.open',
    category: 'indicators.title',
    icon: 'graph-line',
    when: isOpen,
    run: ({ editors }, { indicator }) => {
      useFigureState.setState({ wanted: indicatorIds.find((id) => id === indicator) })
      editors.open({ type: 'indicators' })
    },
  },
  {
    id: 'indicators.survey',
    title: 'indicators.command.survey',
    category: 'indicators.title',
    icon: 'comment-discussion',
    when: isOpen,
    run: ({ editors }) => editors.open({ type: 'interviews' }),
  },
  {
    id: 'indicators.again',
    title: 'indicators.command.again',
    category: 'indicators.title',
    icon: 'refresh',
    when: (workbench) => isOpen(workbench) && isShown(workbench),
    run: ({ client, queryClient }) =>
      queryClient.invalidateQueries({ queryKey: apiOf(client).indicators.key() }),
  },
  exportReport('pdf'),
  exportReport('csv'),
  saveChart('svg'),
  saveChart('png'),
]
