//! What the format looks like, as data: read by the did-you-mean, the JSON Schema, `explain` and the field reference.

/// The form of a value.
#[derive(Clone, Debug)]
pub enum Shape {
    Id,
    String,
    Text,
    Integer,
    YesNo,
    /// A scalar with a syntax of its own: its name, and an example.
    Scalar(&'static str, &'static str),
    /// One of a fixed set.
    Values(&'static ValuesInfo),
    /// An id of one of these sections, or one of these words.
    Ref(Vec<&'static str>, Vec<&'static str>),
    /// A word that stands for itself.
    Word(&'static str),
    /// A list, or one value instead.
    List(Box<Shape>),
    Map(Box<Shape>, Box<Shape>),
    Table(&'static TableInfo),
    Either(Vec<Shape>),
}

impl Shape {
    pub fn either(one: Shape, other: Shape) -> Shape {
        let mut all = Vec::new();
        for shape in [one, other] {
            match shape {
                Shape::Either(inner) => all.extend(inner),
                shape => all.push(shape),
            }
        }
        Shape::Either(all)
    }

    /// As the field reference writes it.
    pub fn describe(&self) -> String {
        match self {
            Shape::Id => "id".into(),
            Shape::String => "string".into(),
            Shape::Text => "text".into(),
            Shape::Integer => "integer".into(),
            Shape::YesNo => "yes or no".into(),
            Shape::Scalar(name, _) => (*name).into(),
            Shape::Values(values) => format!("one of {}", values.name),
            Shape::Ref(sections, words) => {
                let mut parts = vec![format!("id of {}", sections.join(" or "))];
                parts.extend(words.iter().map(|word| format!("`{word}`")));
                parts.join(" or ")
            }
            Shape::Word(word) => format!("`{word}`"),
            Shape::List(inner) => format!("list of {}", inner.describe()),
            Shape::Map(key, value) => format!("map {} -> {}", key.describe(), value.describe()),
            Shape::Table(table) => table.name.into(),
            Shape::Either(all) => all.iter().map(Shape::describe).collect::<Vec<_>>().join(" or "),
        }
    }
}

/// When a field must be there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Needed {
    No,
    Yes,
    /// Under this condition.
    When(&'static str),
}

/// What a day stands for, which decides whether it may lie ahead.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DaySense {
    /// Something has happened on it.
    Past,
    /// Something begins on it: it lies ahead only while that is planned.
    Begins,
    /// It may lie ahead: an end, a plan, an entry into force.
    Ahead,
}

/// A field of a table.
#[derive(Debug)]
pub struct FieldInfo {
    /// Name of its table.
    pub table: &'static str,
    pub name: &'static str,
    pub meaning: &'static str,
    pub shape: fn() -> Shape,
    pub needed: Needed,
    /// Whether it may appear in public documents.
    pub is_public: bool,
    pub default: Option<&'static str>,
    /// The provisions the field serves.
    pub gdpr: Option<&'static str>,
    /// The rule that asks for it in words of its own.
    pub asked_by: Option<&'static str>,
    /// Whether that rule alone knows when it is needed; otherwise the rule on missing fields asks where that rule is silent.
    pub is_asked_only: bool,
    /// Whether it says what the organisation itself has done, decided or agreed, and with whom: true of nobody else, so a
    /// sample of it is never taken over.
    pub is_evidence: bool,
    /// What the day stands for, of a field that is a date.
    pub day: Option<DaySense>,
    /// Dates of the same table, separated by blanks, that it cannot precede.
    pub after: &'static str,
    /// Dates of the same table, separated by blanks, that it hardly ever precedes.
    pub usually_after: &'static str,
}

impl FieldInfo {
    pub const fn new(table: &'static str, name: &'static str, meaning: &'static str, shape: fn() -> Shape) -> Self {
        FieldInfo {
            table,
            name,
            meaning,
            shape,
            needed: Needed::No,
            is_public: false,
            default: None,
            gdpr: None,
            asked_by: None,
            is_asked_only: false,
            is_evidence: false,
            day: None,
            after: "",
            usually_after: "",
        }
    }
    pub const fn required(self) -> Self {
        FieldInfo { needed: Needed::Yes, ..self }
    }
    pub const fn when(self, condition: &'static str) -> Self {
        FieldInfo { needed: Needed::When(condition), ..self }
    }
    pub const fn public(self) -> Self {
        FieldInfo { is_public: true, ..self }
    }
    pub const fn default(self, default: &'static str) -> Self {
        FieldInfo { default: Some(default), ..self }
    }
    pub const fn gdpr(self, provisions: &'static str) -> Self {
        FieldInfo { gdpr: Some(provisions), ..self }
    }
    pub const fn asked(self, rule: &'static str) -> Self {
        FieldInfo { asked_by: Some(rule), ..self }
    }
    pub const fn asked_only(self, rule: &'static str) -> Self {
        FieldInfo { asked_by: Some(rule), is_asked_only: true, ..self }
    }
    pub const fn evidence(self) -> Self {
        FieldInfo { is_evidence: true, ..self }
    }
    pub const fn past(self) -> Self {
        FieldInfo { day: Some(DaySense::Past), ..self }
    }
    pub const fn begins(self) -> Self {
        FieldInfo { day: Some(DaySense::Begins), ..self }
    }
    pub const fn ahead(self) -> Self {
        FieldInfo { day: Some(DaySense::Ahead), ..self }
    }
    pub const fn after(self, dates: &'static str) -> Self {
        FieldInfo { after: dates, ..self }
    }
    pub const fn usually_after(self, dates: &'static str) -> Self {
        FieldInfo { usually_after: dates, ..self }
    }
}

/// A table of the format.
#[derive(Debug)]
pub struct TableInfo {
    pub name: &'static str,
    /// Where it stands.
    pub place: &'static str,
    pub meaning: &'static str,
    pub fields: fn() -> &'static [FieldInfo],
}

impl TableInfo {
    pub fn fields(&self) -> &'static [FieldInfo] {
        (self.fields)()
    }

    pub fn field(&self, name: &str) -> Option<&'static FieldInfo> {
        self.fields().iter().find(|field| field.name == name)
    }

    /// "an activity", "a recipient".
    pub fn article_and_name(&self) -> String {
        let name = self.name.replace('_', " ");
        match name.as_bytes().first() {
            _ if name.ends_with('s') && !name.ends_with("ss") => name,
            Some(b'a' | b'e' | b'i' | b'o') => format!("an {name}"),
            _ => format!("a {name}"),
        }
    }

    pub(super) fn capitalised(&self) -> String {
        let name = self.article_and_name();
        name[..1].to_uppercase() + &name[1..]
    }
}

/// A set of coded values.
#[derive(Debug)]
pub struct ValuesInfo {
    pub name: &'static str,
    pub values: &'static [ValueInfo],
}

#[derive(Debug)]
pub struct ValueInfo {
    pub id: &'static str,
    pub meaning: &'static str,
    /// The rule that always reports this value: it exists so that a text can be recorded as published.
    pub reported_by: Option<&'static str>,
    /// Other words that people write for it: what is meant, never what may be written.
    pub also: &'static [&'static str],
}

/// All tables that can be reached from these, each once, in the order they are first met.
pub fn reachable(from: impl IntoIterator<Item = &'static TableInfo>) -> Vec<&'static TableInfo> {
    fn visit(shape: &Shape, found: &mut Vec<&'static TableInfo>) {
        match shape {
            Shape::Table(table) if !found.iter().any(|other| other.name == table.name) => {
                found.push(table);
                for field in table.fields() {
                    visit(&(field.shape)(), found);
                }
            }
            Shape::List(inner) => visit(inner, found),
            Shape::Map(key, value) => {
                visit(key, found);
                visit(value, found);
            }
            Shape::Either(all) => all.iter().for_each(|shape| visit(shape, found)),
            _ => {}
        }
    }
    let mut found = Vec::new();
    for table in from {
        visit(&Shape::Table(table), &mut found);
    }
    found
}
