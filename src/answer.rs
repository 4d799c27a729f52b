//! Yes, no, or not said: what a register answers to a question. A document promises, denies or claims of everything only what
//! has been answered; what is not said is no sentence, whichever way it would go.

/// An answer of a register, to a question that one field or many together answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    Yes,
    No,
    Unsaid,
}

impl Answer {
    /// The answer of one field.
    pub fn of(said: Option<bool>) -> Self {
        match said {
            Some(true) => Answer::Yes,
            Some(false) => Answer::No,
            None => Answer::Unsaid,
        }
    }

    /// Whether something holds of all: no as soon as one says no, yes where each of them says yes. Of nothing nothing is said.
    pub fn of_all(answers: impl IntoIterator<Item = Answer>) -> Self {
        let mut all = None;
        for answer in answers {
            match answer {
                Answer::No => return Answer::No,
                Answer::Unsaid => all = Some(Answer::Unsaid),
                Answer::Yes => all = all.or(Some(Answer::Yes)),
            }
        }
        all.unwrap_or(Answer::Unsaid)
    }

    pub fn is_yes(self) -> bool {
        self == Answer::Yes
    }

    pub fn is_no(self) -> bool {
        self == Answer::No
    }
}

#[cfg(test)]
mod tests {
    use super::Answer::{self, No, Unsaid, Yes};

    #[test]
    fn one_that_is_silent_leaves_the_whole_unsaid_and_one_no_decides() {
        for (parts, whole) in [
            (vec![], Unsaid),
            (vec![Yes], Yes),
            (vec![Yes, Yes], Yes),
            (vec![Yes, Unsaid], Unsaid),
            (vec![Unsaid, Yes], Unsaid),
            (vec![Unsaid, No, Yes], No),
        ] {
            assert_eq!(Answer::of_all(parts.clone()), whole, "{parts:?}");
        }
    }
}
