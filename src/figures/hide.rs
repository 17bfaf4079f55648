//! Few are not shown: a group of fewer than five might be known by name in a city.
//!
//! ## Why
//! A hidden number beside a sum can be worked out from the others. So when one is hidden another one goes with it, until what is
//! hidden adds up to five or more and could be shared out in more than one way. Where no other is left the sum is hidden too.
//! Which one goes with it depends on its place alone, never on its size: it is the one before. Were it the smallest, a reader who
//! knows the rule would sometimes know the number.

/// The smallest group that is shown.
pub const FEW: usize = 5;

/// A row of numbers as it may be shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shown {
    /// Each number; `None` where it is hidden.
    pub cells: Vec<Option<usize>>,
    /// Their sum.
    pub sum: Option<usize>,
}

/// Numbers that add up to a sum, as they may be shown.
pub fn hide(numbers: &[usize]) -> Shown {
    let sum: usize = numbers.iter().sum();
    let mut hidden: Vec<bool> = numbers.iter().map(|number| is_few(*number)).collect();
    if !hidden.contains(&true) {
        return Shown { cells: numbers.iter().copied().map(Some).collect(), sum: Some(sum) };
    }
    while can_be_worked_out(numbers, &hidden) {
        let first = hidden.iter().position(|hidden| *hidden).unwrap_or(0);
        let before = (0..first).rev().chain((first..numbers.len()).rev());
        let Some(next) = before.into_iter().find(|at| !hidden[*at] && numbers[*at] > 0) else {
            let cells = numbers.iter().map(|number| (*number == 0).then_some(0)).collect();
            return Shown { cells, sum: None };
        };
        hidden[next] = true;
    }
    let cells = numbers.iter().zip(hidden).map(|(number, hidden)| (!hidden).then_some(*number)).collect();
    Shown { cells, sum: Some(sum) }
}

/// Whether a number is of a group that is too small.
pub fn is_few(number: usize) -> bool {
    (1..FEW).contains(&number)
}

/// Whether the sum of what is hidden tells too much.
fn can_be_worked_out(numbers: &[usize], hidden: &[bool]) -> bool {
    let hidden: Vec<usize> = numbers.iter().zip(hidden).filter(|(_, hidden)| **hidden).map(|(number, _)| *number).collect();
    let sum: usize = hidden.iter().sum();
    let all_few = hidden.iter().all(|number| is_few(*number));
    hidden.len() < 2 || sum < FEW || (all_few && (sum == hidden.len() || sum == hidden.len() * (FEW - 1)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn shown(numbers: &[usize]) -> (Vec<Option<usize>>, Option<usize>) {
        let Shown { cells, sum } = hide(numbers);
        (cells, sum)
    }

    #[test]
    fn large_groups_and_empty_ones_are_shown() {
        assert_eq!(shown(&[5, 0, 12]), (vec![Some(5), Some(0), Some(12)], Some(17)));
        assert_eq!(shown(&[]), (vec![], Some(0)));
    }

    #[test]
    fn one_small_group_takes_the_one_before_with_it() {
        assert_eq!(shown(&[40, 0, 3, 7]), (vec![None, Some(0), None, Some(7)], Some(50)));
        assert_eq!(shown(&[3, 40, 7]), (vec![None, Some(40), None], Some(50)));
    }

    #[test]
    fn two_small_groups_that_add_up_to_little_take_a_third_one() {
        assert_eq!(shown(&[2, 1, 30, 9]), (vec![None, None, Some(30), None], Some(42)));
        assert_eq!(shown(&[4, 3, 30, 9]), (vec![None, None, Some(30), Some(9)], Some(46)));
    }

    #[test]
    fn two_groups_of_four_are_no_secret_in_a_sum_of_eight() {
        assert_eq!(shown(&[4, 4, 30, 9]), (vec![None, None, Some(30), None], Some(47)));
    }

    #[test]
    fn where_nothing_is_left_to_hide_behind_the_sum_goes_too() {
        assert_eq!(shown(&[3]), (vec![None], None));
        assert_eq!(shown(&[3, 0, 0]), (vec![None, Some(0), Some(0)], None));
        assert_eq!(shown(&[1, 2]), (vec![None, None], None));
    }

    /// Every way in which hidden numbers could be shared out, given what a reader knows.
    fn ways(left: usize, cells: usize) -> Vec<Vec<usize>> {
        if cells == 0 {
            return if left == 0 { vec![Vec::new()] } else { Vec::new() };
        }
        let first = |n: usize| ways(left - n, cells - 1).into_iter().map(move |rest| [vec![n], rest].concat());
        (1..=left).flat_map(first).collect()
    }

    proptest! {
        #[test]
        fn no_small_number_can_be_worked_out_from_the_others(numbers in prop::collection::vec(0_usize..14, 1..6)) {
            let Shown { cells, sum } = hide(&numbers);
            let hidden: Vec<usize> = (0..numbers.len()).filter(|at| cells[*at].is_none()).collect();
            for (at, number) in numbers.iter().enumerate() {
                prop_assert!(!is_few(*number) || cells[at].is_none());
                prop_assert!(cells[at].is_none_or(|shown| shown == *number));
            }
            if let Some(sum) = sum.filter(|_| !hidden.is_empty()) {
                let left = sum - cells.iter().flatten().sum::<usize>();
                // A reader who knows the rule keeps those ways that it would have hidden in the same places.
                let possible: Vec<Vec<usize>> = ways(left, hidden.len())
                    .into_iter()
                    .filter(|way| {
                        let mut guess: Vec<usize> = cells.iter().map(|cell| cell.unwrap_or_default()).collect();
                        hidden.iter().zip(way).for_each(|(at, number)| guess[*at] = *number);
                        hide(&guess).cells == cells
                    })
                    .collect();
                for (place, at) in hidden.iter().enumerate().filter(|(_, at)| is_few(numbers[**at])) {
                    let guesses: std::collections::BTreeSet<usize> = possible.iter().map(|way| way[place]).collect();
                    prop_assert!(guesses.len() > 1, "{:?} gives away cell {}: {:?}", numbers, at, cells);
                }
            }
        }
    }
}
