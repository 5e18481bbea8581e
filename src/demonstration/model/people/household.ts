/** Who lives under one roof: a couple, their children, and often his parents or the family of a grown son. */
import type { Dice } from '../dice.ts'
import type { Sex } from '../person.ts'

export interface Member {
  readonly sex: Sex
  /** In years, at the end of the ten. */
  readonly age: number
  /** The place of the mother among the members. */
  readonly mother?: number
}

/** Households by size; the mean is 4.2 (NFHS-5, Karnataka). */
const SIZES: readonly (readonly [size: number, weight: number])[] = [
  [1, 6],
  [2, 11],
  [3, 17],
  [4, 27],
  [5, 19],
  [6, 11],
  [7, 5],
  [8, 3],
  [9, 1],
]
const MEAN_SIZE = 4.2

/** Sizes that add up to so many people, 4.2 to a household. */
export function householdSizes(people: number, dice: Dice): readonly number[] {
  const sizes = Array.from({ length: Math.max(1, Math.round(people / MEAN_SIZE)) }, () => drawSize(dice))
  for (let excess = sum(sizes) - people; excess !== 0; excess = sum(sizes) - people) {
    const place = dice.whole(0, sizes.length - 1)
    sizes[place] = Math.max(1, (sizes[place] ?? 1) - Math.sign(excess))
  }
  return sizes
}

/** So many under one roof, the couple young, in mid-life or old. */
export function newFamily(size: number, dice: Dice): readonly Member[] {
  if (size === 1) return [single(dice)]
  const head = dice.weighted(stages(size), ([, , weight]) => weight)
  const husband: Member = { sex: 'male', age: dice.between(head[0], head[1]) }
  const wife: Member = { sex: 'female', age: Math.max(19.5, husband.age - dice.between(2, 7)) }
  const family = husband.age > 52 ? grownFamily(husband, wife, dice) : youngFamily(husband, wife, dice)
  return family.slice(0, size)
}

/** Someone who lives alone for work. */
export function newLodger(dice: Dice): readonly Member[] {
  return [{ sex: dice.happens(0.5) ? 'female' : 'male', age: dice.between(26, 57) }]
}

function drawSize(dice: Dice): number {
  return dice.weighted(SIZES, ([, weight]) => weight)[0]
}

function stages(size: number): readonly (readonly [from: number, to: number, weight: number])[] {
  const empty = size === 2 ? 4 : 1
  return [
    [24, 34, 30],
    [34, 52, 40 / empty],
    [52, 72, 26 * (size === 2 ? 2 : 1)],
  ]
}

function single(dice: Dice): Member {
  return dice.happens(0.5)
    ? { sex: 'female', age: dice.between(60, 84) }
    : { sex: dice.happens(0.6) ? 'male' : 'female', age: dice.between(23, 40) }
}

/** Children at home, then his mother and father, then a younger brother. */
function youngFamily(husband: Member, wife: Member, dice: Dice): readonly Member[] {
  const [first, second, ...later] = childrenOf(wife.age, 1, dice)
  const parents: readonly Member[] = [
    { sex: 'female', age: husband.age + dice.between(19, 26) },
    { sex: 'male', age: husband.age + dice.between(23, 30) },
  ].filter((parent): parent is Member => parent.age < 90)
  const brothers: readonly Member[] = Array.from({ length: 7 }, (_, younger) => ({
    sex: dice.happens(0.7) ? 'male' : 'female',
    age: Math.max(18, husband.age - 2 * (younger + 1) - dice.share()),
  }))
  const order = [
    first,
    dice.happens(0.75) ? second : undefined,
    parents[0],
    ...later.slice(0, 1),
    parents[1],
    ...brothers,
  ]
  return [husband, wife, ...order.filter((member) => member !== undefined)]
}

/** A grown son with his wife and children, then a daughter still at home. */
function grownFamily(husband: Member, wife: Member, dice: Dice): readonly Member[] {
  const son: Member = { sex: 'male', age: wife.age - dice.between(20, 25), mother: 1 }
  const daughter: Member = { sex: 'female', age: wife.age - dice.between(25.5, 31), mother: 1 }
  if (son.age < 26) return [husband, wife, son, daughter, ...youngFamily(husband, wife, dice).slice(2)]
  const sonsWife: Member = { sex: 'female', age: Math.max(20, son.age - dice.between(2, 6)) }
  const grandchildren = childrenOf(sonsWife.age, 3, dice)
  const others = youngFamily(son, sonsWife, dice)
    .slice(2)
    .filter((member) => member.mother === undefined && member.age < 40)
  const married = daughter.age > 27 ? [] : [daughter]
  return [husband, wife, son, sonsWife, ...grandchildren.slice(0, 3), ...married, ...others]
}

/** Births from about 22, two to four years apart (NFHS-5: two children a woman, mostly before 30). */
function childrenOf(mothersAge: number, mother: number, dice: Dice): readonly Member[] {
  const children: Member[] = []
  for (let at = dice.between(20.5, 25); at < Math.min(mothersAge, 36); at += dice.between(2, 4.2)) {
    const age = mothersAge - at
    if (age < 24) children.push({ sex: dice.happens(0.51) ? 'male' : 'female', age, mother })
  }
  return children
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
