package vedette.edge.serve;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import vedette.model.Domain;
import vedette.model.Output;
import vedette.model.Warning;

/// Opens a display with an invented picture, to work on it: pages are read from the folder `web`, so that a change is
/// seen by loading again.
///
/// Arguments: port, domain, number of tracks, seconds.
final class FakeDisplay {
    private FakeDisplay() {}

    public static void main(String[] args) throws InterruptedException {
        int port = Integer.parseInt(args[0]);
        Domain domain = Domain.valueOf(args[1]);
        FakePicture fake = new FakePicture(domain, Integer.parseInt(args[2]));
        DisplaySettings settings = DisplaySettings.of(domain, "0123456789abcdef")
                .at("127.0.0.1", port)
                .titled("Riga exercise")
                .showing(FakePicture.zones(), FakePicture.sites());
        NodeView node = new NodeView() {
            @Override
            public Report report() {
                return new Report(Recording.RECORDED, true, List.of());
            }

            @Override
            public String metrics() {
                return "";
            }
        };
        DisplayServer[] display = new DisplayServer[1];
        display[0] = new DisplayServer(
                domain == Domain.LIVE ? settings : settings.openHere(),
                (operator, order) -> {
                    answer(display[0], fake, operator, order);
                    return true;
                },
                node,
                new DisplayServer.Trial(Optional.of(Path.of("web")), TimeUnit.SECONDS.toNanos(5)));
        display[0].start();
        System.out.println(display[0].operatorLink());
        for (int second = 0; second < Integer.parseInt(args[3]) + 300; second++) {
            fake.second(second).forEach(display[0]::send);
            if (second >= 300) {
                say(display[0], fake, second);
            }
            // The first five minutes in two seconds: trails are there at once.
            Thread.sleep(second < 300 ? 5 : 1_000);
        }
        display[0].close();
    }

    private static void say(DisplayServer display, FakePicture fake, int second) {
        int phase = Math.floorMod(second - 300, 120);
        if (phase == 12) {
            fake.warning(second, 1 + second / 120 * 3, Warning.Stage.ISSUED).forEach(display::send);
        } else if (phase == 40) {
            fake.warning(second, 2 + second / 120 * 3, Warning.Stage.UPDATED).forEach(display::send);
        } else if (phase == 100) {
            fake.warning(second, 3 + second / 120 * 3, Warning.Stage.ALL_CLEAR).forEach(display::send);
        }
    }

    private static void answer(
            DisplayServer display, FakePicture fake, vedette.model.Operator operator, vedette.model.Order order) {
        var now = FakePicture.BEGIN;
        Output output = switch (order) {
            case vedette.model.Order.Approve _,
                    vedette.model.Order.Withdraw _,
                    vedette.model.Order.TakeBack _,
                    vedette.model.Order.TryChannels _ -> new Output.Signed(order, operator, now, Optional.empty());
            case vedette.model.Order.Acknowledge(var warning, int revision) ->
                new Output.WarningAcknowledged(warning, revision, operator, now);
            case vedette.model.Order.Authorise _,
                    vedette.model.Order.EndFlight _,
                    vedette.model.Order.SetIdentity _,
                    vedette.model.Order.Note _,
                    vedette.model.Order.JudgeShared _,
                    vedette.model.Order.Inhibit _ -> new Output.OrderTaken(order, operator, now);
        };
        fake.emitted(now, List.of(output)).forEach(display::send);
    }
}
