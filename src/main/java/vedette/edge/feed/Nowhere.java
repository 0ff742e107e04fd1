package vedette.edge.feed;

import vedette.edge.Intake;
import vedette.model.Measurement;
import vedette.model.Moment;

/// Where what a feed finds goes before it is started: nowhere.
final class Nowhere {
    static final Intake INTAKE = new Intake() {
        @Override
        public Moment now() {
            return new Moment(0);
        }

        @Override
        public void put(Measurement measurement, Moment arrivedAt) {}

        @Override
        public boolean offer(Measurement measurement, Moment arrivedAt) {
            return false;
        }
    };

    private Nowhere() {}
}
