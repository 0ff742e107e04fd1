package vedette.format.share;

import static vedette.math.Require.require;

import vedette.model.Releasability;

/// A field of an item at one grade, or the digest that stands where it was taken away. The maker signs the digests, so
/// that a node on the way can take fields away and change nothing.
sealed interface Part {
    /// A digest over these starts with this byte.
    int DIGESTED = 0;

    /// Bytes of chance in each field: without them a coarse reader could guess the fine place by trying all.
    int SALT = 16;

    /// The longest content, bytes: a polygon of 2,000 corners has half of it.
    int LONGEST = 0xFFFF;

    /// What the digest over the item holds of it.
    Octets digest();

    /// A field that can be read.
    ///
    /// @param field which
    /// @param grade how finely
    /// @param label who may see it
    /// @param salt 16 bytes of chance
    /// @param content its value
    record Shown(Field field, Grade grade, Releasability label, Octets salt, Octets content) implements Part {
        public Shown {
            require(salt.length() == SALT, "a salt of %s bytes", salt.length());
            require(content.length() <= LONGEST, "a content of %s bytes", content.length());
        }

        @Override
        public Octets digest() {
            return Octets.digest(DIGESTED, written(new ByteOut()).bytes());
        }

        ByteOut written(ByteOut out) {
            return out.value(field)
                    .value(grade)
                    .label(label)
                    .raw(salt.inner())
                    .u16(content.length())
                    .raw(content.inner());
        }
    }

    /// A field that was taken away.
    ///
    /// @param digest what the digest over the item holds of it
    record Withheld(Octets digest) implements Part {
        public Withheld {
            require(digest.length() == Octets.DIGEST, "a digest of %s bytes", digest.length());
        }
    }
}
