package vedette.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import vedette.edge.Channel;
import vedette.edge.send.Body;
import vedette.edge.send.CapPost;
import vedette.edge.send.Carrier;
import vedette.edge.send.CellFiles;
import vedette.edge.send.Delivery;
import vedette.edge.send.HttpRelay;
import vedette.edge.send.Mail;
import vedette.edge.send.ModbusCoil;
import vedette.edge.send.Mqtt;
import vedette.edge.send.Relay;
import vedette.edge.send.Ties;
import vedette.edge.send.Webhook;
import vedette.model.Cleared;

/// The channels that the settings ask for.
final class Channels {
    private Channels() {}

    /// Channels whose threads run already; who asks says of which domain they are.
    ///
    /// @param settings their entries, which were checked to be of the node's domain
    /// @param ties to the node
    /// @param <C> the domain whose bulletins they take
    /// @throws Failure when keys or certificates cannot be used
    static <C extends Cleared> List<Channel<C>> of(List<ChannelSetting> settings, Ties ties) {
        List<Channel<C>> channels = new ArrayList<>();
        tellOfForsaken(settings, ties);
        for (ChannelSetting setting : settings) {
            try {
                channels.add(channel(setting, ties));
            } catch (IOException fault) {
                channels.forEach(Channel::close);
                throw new Failure(
                        "Channel '" + setting.name() + "': " + fault.getMessage(),
                        "Correct its entry in 'channels'",
                        fault);
            }
        }
        return List.copyOf(channels);
    }

    private static void tellOfForsaken(List<ChannelSetting> settings, Ties ties) {
        try {
            List<String> reached = new ArrayList<>();
            for (ChannelSetting setting : settings) {
                if (setting instanceof ChannelSetting.Siren siren) {
                    reached.add(device(siren.reach()));
                }
            }
            for (String device : Relay.forsaken(ties.folder(), reached)) {
                ties.troubles()
                        .accept("The siren at '" + device
                                + "' sounded when this node last ran, and no channel reaches it"
                                + " now. See that it is silent, then delete relay-" + device + ".sounds in "
                                + ties.folder() + ".");
            }
        } catch (IOException fault) {
            ties.troubles().accept("Cannot see whether a siren sounds that is no more in the settings: " + fault);
        }
    }

    private static <C extends Cleared> Channel<C> channel(ChannelSetting setting, Ties ties) throws IOException {
        return switch (setting) {
            case ChannelSetting.Webhook hook ->
                by(hook, new Webhook(hook.url(), hook.secret(), hook.trust(), ties.clock()), ties);
            case ChannelSetting.Mqtt mqtt ->
                by(mqtt, new Mqtt(mqtt.broker(), mqtt.clientId(), mqtt.topic(), mqtt.domain()), ties);
            case ChannelSetting.Smtp mail ->
                by(mail, new Mail(mail.server(), mail.from(), mail.to(), ties.troubles()), ties);
            case ChannelSetting.Siren siren ->
                by(siren, new Relay(device(siren.reach()), reach(siren.reach()), siren.sounding(), ties), ties);
            case ChannelSetting.Cap cap ->
                by(
                        cap,
                        new CapPost(
                                new CapPost.Target(
                                        cap.name(),
                                        cap.url(),
                                        cap.trust(),
                                        ties.folder().resolve("cap-" + cap.name()),
                                        cap.profile(),
                                        ChannelSetting.CapKey.seal(cap.key())),
                                ties.troubles()),
                        ties);
            case ChannelSetting.Cells cells -> by(cells, cells(cells, ties), ties);
            case ChannelSetting.Tak tak -> tak.setting().channel(tak.name(), ties);
        };
    }

    private static <C extends Cleared> Channel<C> by(ChannelSetting setting, Carrier carrier, Ties ties) {
        return new Delivery<>(setting.name(), carrier, ties);
    }

    private static Carrier cells(ChannelSetting.Cells cells, Ties ties) throws IOException {
        Body body = Body.cells(cells.language());
        return switch (cells.way()) {
            case ChannelSetting.CellsInFiles(Path folder) -> new CellFiles(folder, body);
            case ChannelSetting.CellsByHook(ChannelSetting.Webhook hook) ->
                new Webhook(hook.url(), hook.secret(), hook.trust(), ties.clock(), body);
        };
    }

    private static String device(ChannelSetting.Reach reach) {
        return switch (reach) {
            case ChannelSetting.ByHttp(HttpRelay.Addresses addresses) -> addresses.device();
            case ChannelSetting.ByModbus(ModbusCoil coil) -> coil.device();
        };
    }

    private static Relay.Reach reach(ChannelSetting.Reach reach) throws IOException {
        return switch (reach) {
            case ChannelSetting.ByHttp(HttpRelay.Addresses addresses) -> new HttpRelay(addresses);
            case ChannelSetting.ByModbus(ModbusCoil coil) -> coil;
        };
    }
}
