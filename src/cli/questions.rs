//! The questions of `privreg init`: eight at most, each with an answer that Enter takes.

use std::io::{BufRead, Write};

use clap::ValueEnum;

use crate::io::Failure;
use crate::output::one_line;
use crate::starters::{self, Answers, Template};

/// How often a question is put before privreg gives up.
const TRIES: usize = 3;

/// Asks for everything that was not given.
///
/// # Errors
/// Nobody answers, or the same question gets no usable answer three times. Nothing has been written then.
pub(super) fn ask(
    template: Option<Template>,
    given: Answers,
    input: &mut dyn BufRead,
    output: &mut dyn Write,
) -> Result<(Template, Answers), Failure> {
    let mut talk = Talk { input, output };
    talk.say("A few short questions; Enter takes the answer in [brackets]. Nothing leaves this computer.\n")?;
    let template = match template {
        Some(template) => template,
        None => {
            let names: Vec<String> = Template::value_variants().iter().filter_map(named).collect();
            let question = format!("What is closest to you ({})?", names.join(", "));
            talk.question(&question, "minimal", |text| Template::from_str(text, true))?.unwrap_or(Template::Minimal)
        }
    };
    let starter = template.starter();
    let mut answers = given;
    if answers.name.is_none() {
        answers.name = talk.question("Registered name of your organisation?", "TODO", starters::line)?;
    }
    if answers.number.is_none() {
        answers.number = talk.question("Registration number?", "none", starters::line)?;
    }
    if answers.country.is_none() {
        answers.country = talk.question("Country?", starter.country, starters::country)?;
    }
    if answers.address.is_none() {
        answers.address = talk.question("Postal address?", "TODO", starters::line)?;
    }
    if answers.email.is_none() {
        answers.email = talk.question("E-mail address for privacy questions?", "TODO", starters::email)?;
    }
    if starter.has_dpo && answers.dpo.is_none() {
        answers.dpo = talk.question("Your data protection officer, as Kari Berg <dpo@nordlys.no>?", "TODO", starters::officer)?;
    }
    if answers.languages.is_none() {
        let usual = starter.languages.join(",");
        answers.languages = talk.question("Languages of your notices, the first one first?", &usual, starters::languages)?;
    }
    Ok((template, answers))
}

fn named(template: &Template) -> Option<String> {
    template.to_possible_value().map(|value| value.get_name().to_owned())
}

struct Talk<'t> {
    input: &'t mut dyn BufRead,
    output: &'t mut dyn Write,
}

impl Talk<'_> {
    fn say(&mut self, text: &str) -> Result<(), Failure> {
        let said = self.output.write_all(text.as_bytes()).and_then(|()| self.output.flush());
        said.map_err(|_| Failure("The questions cannot be shown: give --yes and the answers as options".into()))
    }

    /// The answer; none where Enter took the usual one.
    fn question<A>(
        &mut self,
        question: &str,
        usual: &str,
        parse: impl Fn(&str) -> Result<A, String>,
    ) -> Result<Option<A>, Failure> {
        for _ in 0..TRIES {
            self.say(&format!("  {question} [{usual}] "))?;
            let mut line = String::new();
            let read = self.input.read_line(&mut line);
            if read.ok().is_none_or(|bytes| bytes == 0) {
                return Err(Failure("No answer: nothing was written".into()));
            }
            if line.trim().is_empty() {
                return Ok(None);
            }
            match parse(line.trim()) {
                Ok(answer) => return Ok(Some(answer)),
                Err(help) => self.say(&format!("  That does not work: {}.\n", one_line(&help)))?,
            }
        }
        Err(Failure(format!("No usable answer to `{question}`: nothing was written")))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked(template: Option<Template>, given: Answers, typed: &str) -> (Result<(Template, Answers), Failure>, String) {
        let mut shown = Vec::new();
        let result = ask(template, given, &mut typed.as_bytes(), &mut shown);
        (result, String::from_utf8(shown).expect("UTF-8"))
    }

    #[test]
    fn enter_takes_what_stands_in_brackets() {
        let (result, shown) = asked(None, Answers::default(), &"\n".repeat(8));
        assert_eq!(result, Ok((Template::Minimal, Answers::default())));
        assert!(shown.contains("Country? [NO]"), "{shown}");
        for template in Template::value_variants() {
            let (_, shown) = asked(Some(*template), Answers::default(), &"\n".repeat(8));
            // With the one for the template.
            assert!(shown.matches('?').count() < 8, "{shown}");
        }
    }

    #[test]
    fn answers_are_taken_and_wrong_ones_asked_again() {
        let typed = "saas\nÅs & Sønn AS\n\nsweden\nGata 1\nnobody\nprivacy@aas.no\nnb,en\n";
        let (result, shown) = asked(None, Answers::default(), typed);
        let (template, answers) = result.expect("answers");
        assert_eq!(template, Template::Saas);
        assert_eq!(answers.name.as_deref(), Some("Ås & Sønn AS"));
        assert_eq!((answers.country.as_deref(), answers.email.as_deref()), (Some("SE"), Some("privacy@aas.no")));
        assert!(shown.contains("That does not work"), "{shown}");
    }

    #[test]
    fn what_was_given_is_not_asked() {
        let given = Answers { name: Some("A".into()), email: Some("a@b.no".into()), ..Answers::default() };
        let (_, shown) = asked(Some(Template::Shop), given, &"\n".repeat(8));
        assert!(!shown.contains("name of") && !shown.contains("E-mail"), "{shown}");
    }

    #[test]
    fn silence_and_nonsense_end_it() {
        assert!(asked(None, Answers::default(), "").0.is_err());
        assert!(asked(Some(Template::Shop), Answers::default(), "A\n1\nx\ny\nz\n").0.is_err());
    }
}
