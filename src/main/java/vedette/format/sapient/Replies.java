package vedette.format.sapient;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import vedette.model.LatLon;
import vedette.model.LeapSeconds;
import vedette.model.Moment;

/// The messages that a fusion node says, as frames. Of tasks there are only those that turn a sensor's attention:
/// nothing here can order an effector, or send a node anywhere.
public final class Replies {
    /// So much of a packet at fault is sent back.
    private static final int LONGEST_ECHO = 65_536;

    private static final LeapSeconds LEAPS = LeapSeconds.standard();
    private static final long NS = 1_000_000_000L;
    private static final long MS = 1_000_000L;

    private final String nodeId;

    /// The replies of a node.
    ///
    /// @param nodeId its UUID
    public Replies(String nodeId) {
        this.nodeId = nodeId;
    }

    /// Who is spoken to.
    ///
    /// @param nodeId its UUID, or nothing known
    /// @param edition the edition it speaks
    /// @param at when
    public record To(String nodeId, Edition edition, Moment at) {}

    /// An answer to a registration.
    ///
    /// @param accepted whether it was taken
    /// @param reasons why not
    public byte[] acknowledged(To to, boolean accepted, List<String> reasons) {
        Part.Builder ack = body(to, "RegistrationAck").set("acceptance", new Value.Truth(accepted));
        words(ack, "ack_response_reason", reasons);
        return message(to, "registration_ack", ack);
    }

    /// What is wrong with a packet.
    ///
    /// @param packet the protocol buffer at fault
    /// @param reasons what is wrong
    public byte[] error(To to, byte[] packet, List<String> reasons) {
        byte[] echo =
                packet.length == 0 ? new byte[] {0} : Arrays.copyOf(packet, Math.min(packet.length, LONGEST_ECHO));
        Part.Builder error = body(to, "Error").set("packet", new Value.Bytes(echo));
        words(error, "error_message", reasons);
        return message(to, "error", error);
    }

    /// An answer to an alert.
    ///
    /// @param alertId its ULID
    public byte[] alertTaken(To to, String alertId) {
        Part.Builder ack = body(to, "AlertAck").text("alert_id", alertId);
        ack.choice(to.edition() == Edition.V2 ? "alert_ack_status" : "alert_status", "ACCEPTED");
        return message(to, "alert_ack", ack);
    }

    /// What a sensor may be asked.
    public sealed interface Wish {}

    /// To work in one of its modes.
    ///
    /// @param mode the mode's name
    public record Mode(String mode) implements Wish {}

    /// To look at a place.
    ///
    /// @param place where
    /// @param heightM over the ellipsoid
    public record LookAt(LatLon place, double heightM) implements Wish {}

    /// To be attentive in a region.
    ///
    /// @param name what the region is called
    /// @param corners its corners
    public record Region(String name, List<LatLon> corners) implements Wish {
        /// Copies the list.
        public Region {
            corners = List.copyOf(corners);
        }
    }

    /// A task for a sensor.
    ///
    /// @param taskId its ULID
    /// @param wish what is asked
    public byte[] task(To to, String taskId, Wish wish) {
        Part.Builder task = body(to, "Task").text("task_id", taskId).choice("control", "START");
        switch (wish) {
            case Mode(String mode) ->
                task.set(
                        "command",
                        body(to, "Task.Command").text("mode_change", mode).build());
            case LookAt(LatLon place, double heightM) ->
                task.set(
                        "command",
                        body(to, "Task.Command")
                                .set("look_at", area(to, List.of(place), heightM))
                                .build());
            case Region(String name, List<LatLon> corners) ->
                task.all(
                        "region",
                        List.of(body(to, "Task.Region")
                                .choice("type", "AREA_OF_INTEREST")
                                .text("region_id", taskId)
                                .text("region_name", name)
                                .set("region_area", area(to, corners, 0))
                                .build()));
        }
        return message(to, "task", task);
    }

    private static Part area(To to, List<LatLon> corners, double heightM) {
        List<Part> locations = corners.stream()
                .map(corner -> location(body(to, "Location"), corner, heightM))
                .toList();
        return body(to, "LocationOrRangeBearing")
                .set(
                        "location_list",
                        body(to, "LocationList").all("locations", locations).build())
                .build();
    }

    static Part location(Part.Builder location, LatLon place, double heightM) {
        return location.real("x", place.lonDeg())
                .real("y", place.latDeg())
                .real("z", heightM)
                .choice("coordinate_system", "LAT_LNG_DEG_M")
                .choice("datum", "WGS84_E")
                .build();
    }

    /// A ULID of a moment.
    ///
    /// @param at when
    /// @param high 16 bits of chance
    /// @param low 64 bits of chance
    public static String ulid(Moment at, int high, long low) {
        return Ids.ulid(Math.floorDiv(LEAPS.unixNs(at), MS), high, low);
    }

    static Part.Builder body(To to, String type) {
        return new Part.Builder(Schema.of(to.edition()).message(type));
    }

    // Edition 1.0 has one text where 2.0 has a list.
    private static void words(Part.Builder part, String field, List<String> words) {
        List<Value.Text> texts = words.stream().map(Value.Text::new).toList();
        if (part.type().field(field).repeated()) {
            part.all(field, texts);
        } else if (!words.isEmpty()) {
            part.text(field, words.stream().collect(Collectors.joining("; ")));
        }
    }

    byte[] message(To to, String content, Part.Builder body) {
        return message(to, content, body, "");
    }

    /// A message with a word beside it, where there is one.
    byte[] message(To to, String content, Part.Builder body, String beside) {
        long unixNs = LEAPS.unixNs(to.at());
        Part.Builder message = body(to, "SapientMessage")
                .set("timestamp", new Value.Time(Math.floorDiv(unixNs, NS), (int) Math.floorMod(unixNs, NS)))
                .text("node_id", nodeId)
                .set(content, body.build());
        if (Ids.isUuid(to.nodeId())) {
            message.text("destination_id", to.nodeId());
        }
        if (!beside.isEmpty()) {
            message.text("additional_information", beside);
        }
        return Frames.frame(Sapient.binary(message.build()));
    }
}
