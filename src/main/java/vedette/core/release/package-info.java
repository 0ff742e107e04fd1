/// How a warning comes to the public: rules, signatures of two people, bulletins, and who has them.
///
/// In: what the other rooms say of warnings, people's orders, channels' receipts. Out: the same outputs with drafts
/// where nothing is released, bulletins to channels until each has them, and how each release stands. There is no way
/// to a LIVE bulletin with one identity. It may use math and model. The choices: `docs/decisions/0018-release.md`.
@NullMarked
package vedette.core.release;

import org.jspecify.annotations.NullMarked;
