package vedette.app;

import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import vedette.format.adsb.Framing;
import vedette.format.orbit.OrbitFile;

/// The wire formats that `decode` and `encode` know, by name.
final class Decoders {
    private Decoders() {}

    /// What to decode.
    ///
    /// @param bytes the whole recording
    /// @param framing how messages lie in it, as typed; `auto` unless given
    /// @param edition which editions to read by, as typed; `auto` unless given
    @SuppressWarnings("ArrayRecordComponent") // Handed over once, to be read.
    record Request(byte[] bytes, String framing, String edition) {}

    /// Where lines go.
    interface Lines {
        /// Takes whole lines of US-ASCII or UTF-8.
        void write(byte[] lines, int count) throws IOException;

        /// Tells the user something that is no line of the output.
        void remark(String words);
    }

    /// Turns a recording into JSON lines. What cannot be read becomes a line that says so; it never fails on
    /// bytes.
    interface Decode {
        void decode(Request request, Lines out) throws IOException;
    }

    /// Turns JSON lines into the recording's bytes. A line that cannot be encoded is remarked upon.
    interface Encode {
        /// Encodes lines.
        ///
        /// @return how many lines could not be encoded
        int encode(String lines, Lines out) throws IOException;
    }

    /// The formats that can be read. One line a format.
    static Map<String, Decode> all() {
        Map<String, Decode> decoders = new TreeMap<>();
        decoders.put("asterix", AsterixFiles::decode);
        decoders.put("avr", ModeSFiles.of(Framing.AVR));
        decoders.put("beast", ModeSFiles.of(Framing.BEAST));
        decoders.put("cap", WarningFiles::cap);
        decoders.put("cot", CotFiles::decode);
        decoders.put("modes-csv", ModeSFiles.of(Framing.CSV));
        decoders.put("omm", OrbitFiles.of(OrbitFile::omm));
        decoders.put("remoteid", RemoteIdFiles::decode);
        decoders.put("sapient", SapientFiles::decode);
        decoders.put("tle", OrbitFiles.of(OrbitFile::tle));
        decoders.put("zones", WarningFiles::zones);
        return decoders;
    }

    /// The formats that can also be written. One line a format.
    static Map<String, Encode> encoders() {
        Map<String, Encode> encoders = new TreeMap<>();
        encoders.put("asterix", AsterixFiles::encode);
        encoders.put("remoteid", RemoteIdFiles::encode);
        encoders.put("sapient", SapientFiles::encode);
        return encoders;
    }
}
