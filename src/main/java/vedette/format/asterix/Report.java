package vedette.format.asterix;

/// Makes measurements of one category's records, through handles prepared for one edition.
sealed interface Report
        permits PlotReport, FirstPlotReport, AdsbReport, TrackReport, ScanReport, SensorStatus, SystemStatus {
    /// Hands what the record says to the reading's sink: measurements, a rejection, or nothing when it says nothing
    /// new.
    void read(AsterixRecord record, Reading reading);
}
