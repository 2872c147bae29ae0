import { Menu } from '@base-ui/react/menu'
import { type ReactNode, useRef } from 'react'
import { caseOrders, caseScopes } from '../../../../shared/projection/case-list.ts'
import type { PluralKey, TextKey } from '../../../../shared/text/index.ts'
import { Icon } from '../../../base/icon.tsx'
import { useT } from '../../../base/use-t.ts'
import { choose, useTreeStore } from './tree-store.ts'
import '../../../base/dialog.css'

/** Which cases the tree shows, and in what order. Those opened last have an order of their own. */
export function ViewMenu() {
  const t = useT()
  // In the side bar, so that the menu belongs to a part of the window.
  const container = useRef<HTMLDivElement>(null)
  const { show, sort } = useTreeStore((state) => state.choice)
  return (
    <div ref={container}>
      <Menu.Root>
        <Menu.Trigger className="icon-button" aria-label={t('cases.view')} title={t('cases.view')}>
          <Icon name="list-filter" />
        </Menu.Trigger>
        <Menu.Portal container={container}>
          <Menu.Positioner className="menu-positioner" sideOffset={4} align="end" positionMethod="fixed">
            <Menu.Popup className="menu-popup">
              <Choices
                title="cases.view.show"
                values={caseScopes}
                chosen={show}
                label={(value) => t(`cases.view.show.${value}`)}
                onChoose={(value) => choose({ show: value })}
              />
              <Choices
                title="cases.view.sort"
                values={caseOrders}
                chosen={show === 'recent' ? undefined : sort}
                disabled={show === 'recent'}
                label={(value) => t(`cases.view.sort.${value}`)}
                onChoose={(value) => choose({ sort: value })}
              />
            </Menu.Popup>
          </Menu.Positioner>
        </Menu.Portal>
      </Menu.Root>
    </div>
  )
}

function Choices<Value extends string>(props: {
  title: Exclude<TextKey, PluralKey>
  values: readonly Value[]
  chosen: Value | undefined
  disabled?: boolean
  label: (value: Value) => ReactNode
  onChoose: (value: Value) => void
}) {
  const t = useT()
  return (
    <Menu.Group className="case-choices">
      <Menu.GroupLabel className="case-choices-title">{t(props.title)}</Menu.GroupLabel>
      <Menu.RadioGroup
        value={props.chosen ?? ''}
        disabled={props.disabled === true}
        onValueChange={(chosen) => {
          const value = props.values.find((each) => each === chosen)
          if (value !== undefined) props.onChoose(value)
        }}
      >
        {props.values.map((value) => (
          <Menu.RadioItem key={value} value={value} className="menu-item case-choice" closeOnClick>
            <Menu.RadioItemIndicator className="case-choice-mark">
              <Icon name="check" />
            </Menu.RadioItemIndicator>
            <span>{props.label(value)}</span>
          </Menu.RadioItem>
        ))}
      </Menu.RadioGroup>
    </Menu.Group>
  )
}
