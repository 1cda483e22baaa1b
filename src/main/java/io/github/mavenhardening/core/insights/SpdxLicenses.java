package io.github.mavenhardening.core.insights;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The licences of SPDX expressions and of POMs in one spelling, so that they can be compared.
 *
 * @see <a href="https://spdx.github.io/spdx-spec/v2.3/SPDX-license-expressions/">SPDX licence expressions</a>
 * @see <a href="https://maven.apache.org/pom.html#Licenses">POM reference: licenses</a>
 */
public final class SpdxLicenses {

    private static final Pattern WORDS = Pattern.compile("[\\s()]+");

    /** What says whether later versions are granted too, which few POMs tell apart. */
    private static final Pattern OR_LATER =
            Pattern.compile("\\s?\\(?\\b(?:or(?: \\(?at your option\\)?)?(?: any)? (?:later|newer)|only) ?\\)?$|\\+$");

    /** A family's short name with a version. */
    private static final Pattern SHORT = Pattern.compile("(?:gnu )?(a?gpl|lgpl|epl|mpl) ?v?([0-9](?:\\.[0-9])?)");

    /** What POMs call licences that they should call by their SPDX identifier: in lower case, without "the" and "license". */
    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("apache 2", "Apache-2.0"),
            Map.entry("apache 2.0", "Apache-2.0"),
            Map.entry("apache software 2.0", "Apache-2.0"),
            Map.entry("asl 2.0", "Apache-2.0"),
            Map.entry("mit", "MIT"),
            Map.entry("bsd 2-clause", "BSD-2-Clause"),
            Map.entry("2-clause bsd", "BSD-2-Clause"),
            Map.entry("simplified bsd", "BSD-2-Clause"),
            Map.entry("bsd 3-clause", "BSD-3-Clause"),
            Map.entry("3-clause bsd", "BSD-3-Clause"),
            Map.entry("new bsd", "BSD-3-Clause"),
            Map.entry("eclipse public 1.0", "EPL-1.0"),
            Map.entry("eclipse public - 1.0", "EPL-1.0"),
            Map.entry("eclipse public 2.0", "EPL-2.0"),
            Map.entry("eclipse public - 2.0", "EPL-2.0"),
            Map.entry("mozilla public 2.0", "MPL-2.0"),
            Map.entry("gnu general public 2", "GPL-2.0"),
            Map.entry("gnu general public 2.0", "GPL-2.0"),
            Map.entry("gnu general public 3", "GPL-3.0"),
            Map.entry("gnu general public 3.0", "GPL-3.0"),
            Map.entry("gnu lesser general public 2.1", "LGPL-2.1"),
            Map.entry("gnu lesser general public 3", "LGPL-3.0"),
            Map.entry("gnu lesser general public 3.0", "LGPL-3.0"),
            Map.entry("gnu affero general public 3", "AGPL-3.0"),
            Map.entry("gnu affero general public 3.0", "AGPL-3.0"));

    private static final Set<String> FAMILIES = Set.of(
            "apache",
            "mit",
            "bsd",
            "epl",
            "mpl",
            "gpl",
            "lgpl",
            "agpl",
            "cddl",
            "cc0",
            "cc",
            "isc",
            "unlicense",
            "upl",
            "eupl",
            "zlib",
            "bsl",
            "0bsd",
            "edl",
            "mulanpsl",
            "wtfpl",
            "artistic");

    private SpdxLicenses() {}

    /** The identifiers of an expression in one spelling, exceptions left out; sorted. */
    public static Set<String> ofExpression(String expression) {
        Set<String> ids = new TreeSet<>();
        boolean exception = false;
        for (String word : WORDS.split(expression.strip(), -1)) {
            String upper = word.toUpperCase(Locale.ROOT);
            if (upper.equals("WITH")) {
                exception = true;
            } else if (upper.equals("AND") || upper.equals("OR") || word.isEmpty()) {
                exception = false;
            } else if (!exception) {
                ids.add(plain(word));
            }
        }
        return ids;
    }

    /** The identifiers of a POM's licences, sorted; empty when one of them is not known, so that nothing can be compared. */
    public static Optional<Set<String>> ofPom(List<ProjectFacts.License> licenses) {
        Set<String> ids = new TreeSet<>();
        for (ProjectFacts.License license : licenses) {
            Optional<Set<String>> known =
                    license.name().isPresent() ? ofName(license.name().get()) : Optional.empty();
            if (known.isEmpty()) {
                return Optional.empty();
            }
            ids.addAll(known.get());
        }
        return ids.isEmpty() ? Optional.empty() : Optional.of(ids);
    }

    /** Whether the two are the same set of licences, whatever the case. */
    public static boolean same(Set<String> one, Set<String> other) {
        return lower(one).equals(lower(other));
    }

    private static Optional<Set<String>> ofName(String name) {
        String key = name.toLowerCase(Locale.ROOT)
                .replace(",", "")
                .replaceAll("\\b(?:the|license|licence|version)\\b", " ")
                .replaceAll("\\bv\\.? ?(?=[0-9])", "")
                .replaceAll("\\((?:a?gpl|lgpl)\\)", " ")
                .replaceAll("[\\s\"]+", " ")
                .strip();
        key = OR_LATER.matcher(key).replaceFirst("").strip();
        Matcher brief = SHORT.matcher(key);
        if (NAMES.containsKey(key)) {
            return Optional.of(Set.of(NAMES.get(key)));
        }
        if (brief.matches()) {
            String version = brief.group(2).indexOf('.') < 0 ? brief.group(2) + ".0" : brief.group(2);
            return Optional.of(Set.of(brief.group(1).toUpperCase(Locale.ROOT) + '-' + version));
        }
        Set<String> ids = ofExpression(name);
        return !ids.isEmpty() && lookLikeIdentifiers(ids) ? Optional.of(ids) : Optional.empty();
    }

    private static boolean lookLikeIdentifiers(Set<String> ids) {
        for (String id : ids) {
            if (!looksLikeIdentifier(id)) {
                return false;
            }
        }
        return true;
    }

    private static boolean looksLikeIdentifier(String id) {
        int dash = id.indexOf('-');
        String family = (dash < 0 ? id : id.substring(0, dash)).toLowerCase(Locale.ROOT);
        boolean numberless =
                Set.of("mit", "isc", "unlicense", "0bsd", "wtfpl", "zlib").contains(family);
        return FAMILIES.contains(family) && (dash > 0 || numberless);
    }

    /** {@code GPL-2.0-only} and {@code GPL-2.0-or-later} are distinguished by few POMs: both count as {@code GPL-2.0}. */
    private static String plain(String id) {
        return id.replaceFirst("(?i)(?:-only|-or-later|\\+)$", "");
    }

    /** The identifiers in lower case. */
    public static Set<String> lower(Set<String> ids) {
        Set<String> lower = new HashSet<>();
        for (String id : ids) {
            lower.add(id.toLowerCase(Locale.ROOT));
        }
        return lower;
    }
}
