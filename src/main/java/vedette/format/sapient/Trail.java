package vedette.format.sapient;

import org.jspecify.annotations.Nullable;

/// The way from the message down to a field, for words about it. It costs nothing until somebody asks for the words.
///
/// @param up the way to the part that holds it; none at the message itself
/// @param name the field's name
/// @param index its place in a repeated field; −1 for a single one
record Trail(@Nullable Trail up, String name, int index) {
    /// A field of the message itself, or of a part.
    static Trail of(@Nullable Trail up, String name) {
        return new Trail(up, name, -1);
    }

    /// As `registration.capabilities.0.category`.
    String words() {
        String here = index < 0 ? name : name + "." + index;
        return up == null ? here : up.words() + "." + here;
    }

    static String words(@Nullable Trail up, String name) {
        return of(up, name).words();
    }
}
