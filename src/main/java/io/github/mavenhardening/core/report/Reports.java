package io.github.mavenhardening.core.report;

import io.github.mavenhardening.core.api.ConfigurationException;
import io.github.mavenhardening.core.text.NearestName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.SortedMap;
import java.util.TreeMap;

/** All reports there are, by format. Immutable. */
public final class Reports {

    private final SortedMap<String, Report> byFormat;

    private Reports(SortedMap<String, Report> byFormat) {
        this.byFormat = Collections.unmodifiableSortedMap(byFormat);
    }

    /**
     * The reports that a class loader offers, ours and third parties'.
     *
     * @throws IllegalStateException when one cannot be created or two share a format
     */
    public static Reports load(ClassLoader loader) {
        List<Report> reports = new ArrayList<>();
        try {
            for (Report report : ServiceLoader.load(Report.class, loader)) {
                reports.add(report);
            }
        } catch (ServiceConfigurationError e) {
            throw new IllegalStateException("a report cannot be loaded: " + e.getMessage(), e);
        }
        return of(reports);
    }

    /**
     * Those reports.
     *
     * @throws IllegalStateException when two share a format
     */
    public static Reports of(Collection<? extends Report> reports) {
        SortedMap<String, Report> byFormat = new TreeMap<>();
        for (Report report : reports) {
            Report other = byFormat.put(report.format(), report);
            if (other != null) {
                throw new IllegalStateException("two reports have the format " + report.format() + ": "
                        + other.getClass().getName() + " and "
                        + report.getClass().getName());
            }
        }
        return new Reports(byFormat);
    }

    /** The formats, sorted. */
    public List<String> formats() {
        return List.copyOf(byFormat.keySet());
    }

    /** The report of that format; empty when there is none. */
    public Optional<Report> byFormat(String format) {
        return Optional.ofNullable(byFormat.get(format.strip().toLowerCase(Locale.ROOT)));
    }

    /**
     * The reports of those formats, each once, sorted by format.
     *
     * @param property the name of the parameter that lists them, for the error
     * @throws ConfigurationException when there is no report of a format
     */
    public List<Report> select(String property, Collection<String> formats) {
        SortedMap<String, Report> selected = new TreeMap<>();
        for (String format : formats) {
            Optional<Report> report = byFormat(format);
            if (report.isEmpty()) {
                String hint = NearestName.hint(format, formats());
                throw new ConfigurationException(
                        property,
                        "There is no report format '" + format + "'"
                                + (hint.isEmpty() ? "; known are " + String.join(", ", formats()) : hint));
            }
            selected.put(report.get().format(), report.get());
        }
        return List.copyOf(selected.values());
    }
}
