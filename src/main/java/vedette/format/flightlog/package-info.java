/// Flight logs of aircraft under test: GPX, CSV, PX4 ULog, ArduPilot dataflash and MAVLink telemetry.
///
/// In: a file's bytes. Out: where the aircraft was, and what was refused. It may use format.text, model and math.
@NullMarked
package vedette.format.flightlog;

import org.jspecify.annotations.NullMarked;
