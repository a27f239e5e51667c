//! One sort for lists of every type: the library's would be compiled anew for each, and the page has to fetch them all.

use std::cmp::Ordering;

/// Sorts a list; equals keep their order.
pub fn sort<T: Ord>(list: &mut [T]) {
    sort_by(list, T::cmp);
}

/// Sorts a list by what `compare` says; equals keep their order.
pub fn sort_by<T>(list: &mut [T], compare: impl Fn(&T, &T) -> Ordering) {
    for (index, other) in swaps(list.len(), &|a, b| compare(&list[a], &list[b])).into_iter().enumerate() {
        list.swap(index, other);
    }
}

/// Sorts a list and keeps one of each.
pub fn sort_once<T: Ord>(list: &mut Vec<T>) {
    // Equals often stand together already: then there is less to sort.
    list.dedup();
    sort(list);
    list.dedup();
}

/// For each place in turn, the place to swap it with; nothing when the list is in order.
fn swaps(length: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    if (1..length).all(|index| compare(index - 1, index) != Ordering::Greater) {
        return Vec::new();
    }
    let mut from: Vec<usize> = (0..length).collect();
    from.sort_by(|a, b| compare(*a, *b));
    for index in 0..length {
        // What belongs here may have been swapped away to where a place before this one came from.
        let mut other = from[index];
        while other < index {
            other = from[other];
        }
        from[index] = other;
    }
    from
}

#[cfg(test)]
mod tests {
    use super::*;

    /// All lists of five numbers below four, by a sort that is known to hold.
    #[test]
    fn every_short_list_is_sorted_and_equals_keep_their_order() {
        for code in 0..4_usize.pow(5) {
            let list: Vec<(usize, usize)> = (0..5).map(|at| (code / 4_usize.pow(at) % 4, at as usize)).collect();
            let (mut ours, mut known) = (list.clone(), list);
            sort_by(&mut ours, |a, b| a.0.cmp(&b.0));
            known.sort_by_key(|it| it.0);
            assert_eq!(ours, known);
        }
    }

    #[test]
    fn a_long_list_is_sorted_and_kept_once() {
        let mut list: Vec<u64> = (0..5000_u64).map(|at| at.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 53).collect();
        let mut known = list.clone();
        known.sort_unstable();
        known.dedup();
        sort_once(&mut list);
        assert_eq!(list, known);
        let mut none: Vec<String> = Vec::new();
        sort_once(&mut none);
        assert!(none.is_empty());
    }
}
