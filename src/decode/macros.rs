//! The two declarations that the format is made of.

/// Declares a table of the format: its struct, its reader and its row in the field reference.
///
/// ```ignore
/// table! {
///     /// One purpose with its legal basis.
///     pub struct Purpose = "purpose", "an entry of `purposes`" {
///         /// What is done, as an action people recognise
///         name: Option<Text> [required; public; gdpr "30(1)(b), 13(1)(c)"],
///     }
/// }
/// ```
#[macro_export]
macro_rules! table {
    (
        $(#[doc = $meaning:literal])+
        pub struct $table:ident = $name:literal, $place:literal {
            $(
                $(#[doc = $about:literal])+
                $field:ident $(as $key:literal)? : $type:ty [ $($attribute:ident $($value:literal)?);* ],
            )+
        }
    ) => {
        $(#[doc = $meaning])+
        #[derive(Clone, Debug, Default)]
        pub struct $table {
            $( $(#[doc = $about])+ pub $field: $type, )+
        }

        impl $table {
            pub const INFO: &'static $crate::decode::TableInfo = &$crate::decode::TableInfo {
                name: $name,
                place: $place,
                meaning: concat!($($meaning),+),
                fields: Self::fields,
            };

            fn fields() -> &'static [$crate::decode::FieldInfo] {
                const FIELDS: &[$crate::decode::FieldInfo] = &[
                    $(
                        $crate::decode::FieldInfo::new(
                            $name,
                            $crate::key!($field $($key)?),
                            concat!($($about),+),
                            <$type as $crate::decode::Field>::shape,
                        )
                        $( .$attribute($($value)?) )*,
                    )+
                ];
                FIELDS
            }
        }

        impl $crate::decode::Inherit for $table {
            fn inherit(&mut self, base: &Self) {
                $( if $crate::decode::Field::is_absent(&self.$field) {
                    self.$field = base.$field.clone();
                } )+
            }
        }

        impl $crate::decode::Decode for $table {
            fn shape() -> $crate::decode::Shape {
                $crate::decode::Shape::Table(Self::INFO)
            }

            fn decode(d: &mut $crate::decode::Decoder<'_>, node: $crate::syntax::NodeId) -> Option<Self> {
                let mut table = Self::default();
                let read = d.table(node, Self::INFO, |d, key, value| {
                    match key {
                        $( key if key == $crate::key!($field $($key)?) => {
                            $crate::decode::Field::read(&mut table.$field, d, value);
                        } )+
                        _ => {}
                    }
                });
                read.then_some(table)
            }
        }
    };
}

/// The key of a field: its name, or the one given where the name is a word of Rust.
#[macro_export]
macro_rules! key {
    ($field:ident) => {
        stringify!($field)
    };
    ($field:ident $key:literal) => {
        $key
    };
}

/// Declares a set of coded values: its enum, its reader and its list in the field reference.
///
/// ```ignore
/// values! {
///     /// legal bases
///     pub enum LegalBasis = "legal_basis" {
///         Consent = "consent", "Consent, Art. 6(1)(a)";
///         Contract = "contract", "No condition", reported "PR302";
///     }
/// }
/// ```
#[macro_export]
macro_rules! values {
    (
        pub enum $values:ident = $name:literal {
            $( $value:ident = $id:literal, $meaning:literal $(, reported $rule:literal)? $(, also [$($other:literal),+])? ; )+
        }
    ) => {
        #[doc = concat!("Values of `", $name, "`.")]
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum $values {
            $( #[doc = $meaning] $value, )+
        }

        impl $values {
            pub const INFO: &'static $crate::decode::ValuesInfo = &$crate::decode::ValuesInfo {
                name: $name,
                values: &[
                    $( $crate::decode::ValueInfo {
                        id: $id,
                        meaning: $meaning,
                        reported_by: $crate::reported!($($rule)?),
                        also: &[$($($other),+)?],
                    }, )+
                ],
            };

            pub fn id(self) -> &'static str {
                match self {
                    $( $values::$value => $id, )+
                }
            }

            /// The value in the words of the format's reference.
            pub fn meaning(self) -> &'static str {
                match self {
                    $( $values::$value => $meaning, )+
                }
            }

            pub fn parse(id: &str) -> Option<Self> {
                match id {
                    $( $id => Some($values::$value), )+
                    _ => None,
                }
            }
        }

        impl $crate::decode::Decode for $values {
            fn shape() -> $crate::decode::Shape {
                $crate::decode::Shape::Values(Self::INFO)
            }

            fn decode(d: &mut $crate::decode::Decoder<'_>, node: $crate::syntax::NodeId) -> Option<Self> {
                d.coded(node, Self::INFO, Self::parse)
            }

            fn fits(d: &$crate::decode::Decoder<'_>, node: $crate::syntax::NodeId) -> bool {
                Self::parse(d.tree.text(node)).is_some()
            }
        }

        impl $crate::decode::Key for $values {
            fn key_shape() -> $crate::decode::Shape {
                $crate::decode::Shape::Values(Self::INFO)
            }

            fn key(
                d: &mut $crate::decode::Decoder<'_>,
                text: &str,
                loc: $crate::source::Loc,
                value: $crate::syntax::NodeId,
            ) -> Option<Self> {
                d.coded_text(text, loc, value, Self::INFO, Self::parse)
            }
        }
    };
}

#[doc(hidden)]
#[macro_export]
macro_rules! reported {
    () => {
        None
    };
    ($rule:literal) => {
        Some($rule)
    };
}
