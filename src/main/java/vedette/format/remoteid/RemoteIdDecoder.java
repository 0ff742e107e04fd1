package vedette.format.remoteid;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import vedette.format.carrier.Heard;
import vedette.format.text.Json;
import vedette.format.text.JsonText;
import vedette.model.Decoder;
import vedette.model.Measurement;
import vedette.model.Moment;
import vedette.model.Rejected;

/// Remote ID of one feed as measurements: captured packets ([Heard]), or receivers' JSON.
///
/// A known and possible place is a `PositionReport` under the aircraft's serial number; what it tells of its
/// operator, its take-off point and its clock is a `UasReport`, when it changes and once a second. A message
/// heard again (by another receiver, on another channel) counts once. Messages that come singly are laid
/// together by their transmitter's address; an aircraft that told no identifier for [#NAMELESS_NS] goes by
/// that address. Memory is bounded by [#MOST].
public final class RemoteIdDecoder implements Decoder {
    /// Transmitters remembered; of more the one not heard for longest is forgotten.
    public static final int MOST = 20_000;

    /// Static messages must come at least every 3 s (F3411-22a section 5.4.4).
    static final long NAMELESS_NS = 3_000_000_000L;

    private final RemoteIdSource source;
    private final Nouns nouns;
    private final Map<String, Transmitter> transmitters = new LinkedHashMap<>(64, 0.75f, true);
    private final JsonObjects objects = new JsonObjects(new Objects());
    private Sink sink = Deaf.NOBODY;
    private Moment arrivedAt = new Moment(0);
    private long offset;
    private long fed;
    private long chunk;
    private long repeated;

    private enum Deaf implements Sink {
        NOBODY;

        @Override
        public void measured(Measurement measurement) {}

        @Override
        public void rejected(Rejected rejected) {}
    }

    /// At the beginning of a feed.
    public RemoteIdDecoder(RemoteIdSource source) {
        this.source = source;
        this.nouns = new Nouns(source);
    }

    /// Reads all of the bytes; an unfinished object is remembered here, so nothing has to be handed in twice.
    @Override
    public int decode(byte[] bytes, int from, int to, Moment at, Sink into) {
        sink = into;
        arrivedAt = at;
        Optional<Heard> heard = Heard.at(bytes, from, to);
        if (heard.isPresent()) {
            captured(heard.get(), bytes, from + Heard.OCTETS, to);
        } else {
            chunk = fed;
            objects.feed(bytes, from, to);
            fed += to - from;
            if (source.datagrams()) {
                objects.finish();
            }
        }
        sink = Deaf.NOBODY;
        return to - from;
    }

    /// Messages heard again, so far.
    public long repeated() {
        return repeated;
    }

    /// Transmitters remembered.
    public int remembered() {
        return transmitters.size();
    }

    private void captured(Heard heard, byte[] bytes, int from, int to) {
        offset = Heard.OCTETS;
        if (!heard.sound()) {
            reject(0, "packet", "its checksum is wrong");
            return;
        }
        boolean counted = heard.transport().isCounted() && from < to;
        OptionalInt counter = counted ? OptionalInt.of(bytes[from] & 0xFF) : OptionalInt.empty();
        Optional<String> mac = heard.mac() == 0 ? Optional.empty() : Optional.of(heard.address());
        Content content = Content.read(bytes, from + (counted ? 1 : 0), to);
        take(new Transmission(OptionalLong.empty(), mac, counter, content));
    }

    private void reject(long at, String item, String reason) {
        sink.rejected(new Rejected(Math.max(0, offset + at), item, reason));
    }

    private void take(Transmission heard) {
        switch (heard.content()) {
            case Content.Astm(Reading.Whole(Broadcast broadcast, List<Fault> faults)) -> {
                faults.forEach(this::reject);
                astm(heard, broadcast);
            }
            case Content.Astm(Reading.Partial(Fault fault, int version, List<Reading.Complete> complete)) -> {
                reject(fault);
                complete.forEach(one ->
                        astm(heard, new Broadcast(version, one.broadcast().messages())));
            }
            case Content.Astm(Reading.Refused(Fault fault)) -> reject(fault);
            case Content.Refused(Fault fault) -> reject(fault);
            case Content.French(FrenchBeacon beacon) -> told(heard, UasNames.of(beacon), nouns.french(beacon));
            case Content.Dji(DjiReport report) -> told(heard, UasNames.text(report.serial()), nouns.dji(report));
        }
    }

    private void reject(Fault fault) {
        reject(fault.offset(), fault.item(), fault.reason());
    }

    private Moment heardAt(Transmission heard) {
        return heard.unixNs().isPresent()
                ? source.leapSeconds().moment(heard.unixNs().getAsLong())
                : arrivedAt;
    }

    private Optional<Transmitter> transmitter(Transmission heard, Optional<String> name, Moment at) {
        Optional<String> key = heard.transmitter().or(() -> name);
        if (key.isEmpty()) {
            reject(0, "UAS ID", "nobody says whose this is: neither an identifier nor an address");
            return Optional.empty();
        }
        Transmitter known = transmitters.computeIfAbsent(key.get(), _ -> new Transmitter(at));
        if (transmitters.size() > MOST) {
            transmitters.remove(transmitters.keySet().iterator().next());
        }
        known.name = name.or(() -> known.name);
        return Optional.of(known);
    }

    // The name, or after a while the address.
    private static Optional<String> name(Transmitter known, Transmission heard, Moment at) {
        boolean waits = Math.abs(at.nsSince(known.firstHeard)) < NAMELESS_NS;
        return known.name.or(
                () -> waits ? Optional.empty() : heard.transmitter().flatMap(UasNames::ofTransmitter));
    }

    private void astm(Transmission heard, Broadcast broadcast) {
        Moment at = heardAt(heard);
        Optional<Transmitter> found = transmitter(heard, UasNames.of(broadcast), at);
        if (found.isEmpty()) {
            return;
        }
        Transmitter known = found.get();
        broadcast.first(DroneMessage.Flight.class).ifPresent(flight -> known.flight = Optional.of(flight));
        broadcast
                .first(DroneMessage.OperatorId.class)
                .flatMap(id -> UasNames.text(id.id()))
                .ifPresent(id -> known.operatorId = Optional.of(id));
        Optional<String> name = name(known, heard, at);
        if (name.isEmpty()) {
            return;
        }
        Optional<DroneMessage.Location> location = broadcast.first(DroneMessage.Location.class);
        if (location.isPresent() && known.isRepeated(location.get(), heard.counter(), at)) {
            repeated++;
            return;
        }
        location.ifPresent(l -> place(nouns.placed(l, known.flight, name.get(), at)));
        told(known, nouns.flight(known, location, name.get(), at));
    }

    private void place(Nouns.Placed placed) {
        switch (placed) {
            case Nouns.Reported(Measurement.PositionReport report) -> sink.measured(report);
            case Nouns.Nowhere _ -> {}
            case Nouns.Impossible(String item, String reason) -> reject(0, item, reason);
        }
    }

    // A vendor's beacon tells all at once.
    private void told(Transmission heard, Optional<String> serial, Nouns.Beacon beacon) {
        Moment at = heardAt(heard);
        Optional<Transmitter> found = transmitter(heard, serial, at);
        Optional<String> name = found.flatMap(known -> name(known, heard, at));
        if (name.isEmpty()) {
            return;
        }
        DroneMessage.Location place = beacon.location();
        if (found.get().isRepeated(place, heard.counter(), at)) {
            repeated++;
            return;
        }
        beacon.report(name.get(), at).ifPresent(sink::measured);
        told(found.get(), beacon.flight(name.get(), at));
    }

    private void told(Transmitter known, Measurement.UasReport report) {
        if (Nouns.isNews(report, known.told)) {
            known.told = Optional.of(report);
            sink.measured(report);
        }
    }

    private final class Objects implements JsonObjects.Taker {
        @Override
        public void object(byte[] bytes, int length, long at) {
            offset = at - chunk;
            switch (JsonText.read(new String(bytes, 0, length, StandardCharsets.UTF_8))) {
                case JsonText.Read(Json json) -> ReceiverJson.read(json).ifPresent(RemoteIdDecoder.this::take);
                case JsonText.NotJson(String reason, int _) -> reject(0, "JSON", reason);
            }
        }

        @Override
        public void refused(long at, String reason) {
            offset = at - chunk;
            reject(0, "JSON", reason);
        }
    }
}
