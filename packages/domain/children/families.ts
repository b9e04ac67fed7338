type Member = { guardianIds: readonly string[] }

/** Brings together who shares a guardian, also through a half-sibling; families and members keep the order of their first member. */
export const familiesOf = <Child extends Member>(children: readonly Child[]): Child[][] => {
  const families: Child[][] = []
  for (const child of children) {
    const own = families.filter((family) => family.some((member) => member.guardianIds.some((id) => child.guardianIds.includes(id))))
    const [first, ...others] = own
    if (!first) {
      families.push([child])
      continue
    }
    first.push(...others.flat(), child)
    for (const other of others) families.splice(families.indexOf(other), 1)
  }
  return families
}
