import { indicatorIds, indicatorOf } from '../../../shared/indicators/indicators.ts'
import { figureShort, nameOf } from '../../../shared/indicators/words.ts'
import { SideLink, SideList, SideSection } from '../../base/side-list.tsx'
import { useLanguage, useT } from '../../base/use-t.ts'
import { useActiveEditor, useWorkbench } from '../../workbench/context.ts'
import { useReport } from './asked.ts'

/** Uppföljning in the activity bar: each indicator with its figure. */
export function IndicatorsView() {
  const t = useT()
  const language = useLanguage()
  const { runCommand } = useWorkbench()
  const active = useActiveEditor()
  const { data } = useReport()
  const figures = data?.figures ?? []
  return (
    <>
      <div className="side-head">
        <h2 className="side-title">{t('indicators.title')}</h2>
      </div>
      <SideList label={t('indicators.title')}>
        <SideLink
          name={t('indicators.page')}
          icon="graph-line"
          isStop
          isCurrent={active?.type === 'indicators'}
          onOpen={() => runCommand('indicators.open')}
        />
        <SideLink
          name={t('indicators.survey.title')}
          icon="comment-discussion"
          isCurrent={active?.type === 'interviews'}
          onOpen={() => runCommand('indicators.survey')}
        />
        {(['review', 'agency'] as const).map((group) => {
          const own = indicatorIds.filter((id) => indicatorOf(id).group === group)
          const there = figures.filter(({ indicator }) => own.includes(indicator))
          return there.length === 0 ? null : (
            <SideSection key={group} heading={t(`indicators.group.${group}`)}>
              {there.map(({ indicator, whole }) => (
                <li key={indicator}>
                  <SideLink
                    name={nameOf(language, indicator)}
                    count={figureShort(language, indicator, whole)}
                    isQuiet={!whole.shown}
                    onOpen={() => runCommand('indicators.open', { indicator })}
                  />
                </li>
              ))}
            </SideSection>
          )
        })}
      </SideList>
    </>
  )
}
