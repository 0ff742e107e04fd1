/// What nodes and nations tell each other: warnings, tracks and notices, each field with its label, signed by its
/// maker.
///
/// In: shared nouns and who may see what of them, or bytes from a peer. Out: bytes that a node on the way can only take
/// fields from, never widen or change; nouns with what the receiver may see; frames of a link. Chance and keys are
/// handed in: nothing here signs. It may use model and math. The form is told in `docs/formats.md`, the
/// choices in `docs/decisions/0017-sharing.md`.
@NullMarked
package vedette.format.share;

import org.jspecify.annotations.NullMarked;
