package io.github.mavenhardening.core.sbom;

import io.github.mavenhardening.core.pom.PomLicences.Licence;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The SPDX identifiers of licences in POMs: where the name is one, letter by letter, or the address is one at which its publisher
 * has had the text. A name in words says too little ({@code BSD}, {@code GNU General Public License}), so none is guessed from it.
 *
 * @see <a href="https://spdx.org/licenses/">SPDX License List</a>
 */
final class SpdxLicence {

    private static final String[] IDS = {
        "0BSD",
        "AFL-3.0",
        "AGPL-3.0-only",
        "AGPL-3.0-or-later",
        "Apache-1.1",
        "Apache-2.0",
        "BlueOak-1.0.0",
        "BSD-2-Clause",
        "BSD-3-Clause",
        "BSD-4-Clause",
        "BSL-1.0",
        "BUSL-1.1",
        "CC-BY-4.0",
        "CC-BY-SA-4.0",
        "CC0-1.0",
        "CDDL-1.0",
        "CDDL-1.1",
        "CPL-1.0",
        "ECL-2.0",
        "EPL-1.0",
        "EPL-2.0",
        "EUPL-1.1",
        "EUPL-1.2",
        "GPL-2.0-only",
        "GPL-2.0-or-later",
        "GPL-3.0-only",
        "GPL-3.0-or-later",
        "ICU",
        "ISC",
        "LGPL-2.1-only",
        "LGPL-2.1-or-later",
        "LGPL-3.0-only",
        "LGPL-3.0-or-later",
        "MIT",
        "MIT-0",
        "MPL-1.1",
        "MPL-2.0",
        "MulanPSL-2.0",
        "OFL-1.1",
        "Plexus",
        "SAX-PD",
        "UPL-1.0",
        "Unicode-3.0",
        "Unlicense",
        "W3C",
        "WTFPL",
        "X11",
        "Zlib",
        "bzip2-1.0.6"
    };

    /** Sites that have each text under its identifier. */
    private static final String[] SITES = {"opensource.org/licenses/", "opensource.org/license/", "spdx.org/licenses/"};

    private static final Map<String, String> BY_ADDRESS = byAddress();
    private static final Map<String, String> BY_ID = byId();

    private SpdxLicence() {}

    /** Every identifier that is answered. */
    static Set<String> known() {
        Set<String> known = new TreeSet<>(BY_ID.values());
        known.addAll(BY_ADDRESS.values());
        return known;
    }

    /** That of a licence; empty where neither its name nor its address says exactly which one it is. */
    static Optional<String> idOf(Licence licence) {
        String name = licence.name().orElse("");
        if (name.equals(BY_ID.get(name.toLowerCase(Locale.ROOT)))) {
            return Optional.of(name);
        }
        return licence.url().isPresent() ? ofAddress(licence.url().get()) : Optional.empty();
    }

    private static Optional<String> ofAddress(String url) {
        String plain = url.strip()
                .toLowerCase(Locale.ROOT)
                .replaceFirst("^https?://(www\\.)?", "")
                .replaceFirst("(\\.(txt|html|php))?/?$", "");
        String known = BY_ADDRESS.get(plain);
        for (String site : SITES) {
            if (known == null && plain.startsWith(site)) {
                known = BY_ID.get(plain.substring(site.length()));
            }
        }
        return Optional.ofNullable(known);
    }

    private static Map<String, String> byId() {
        Map<String, String> ids = new HashMap<>();
        for (String id : IDS) {
            ids.put(id.toLowerCase(Locale.ROOT), id);
        }
        return ids;
    }

    private static Map<String, String> byAddress() {
        return Map.ofEntries(
                Map.entry("apache.org/licenses/license-1.1", "Apache-1.1"),
                Map.entry("apache.org/licenses/license-2.0", "Apache-2.0"),
                Map.entry("creativecommons.org/licenses/by/4.0", "CC-BY-4.0"),
                Map.entry("creativecommons.org/publicdomain/zero/1.0", "CC0-1.0"),
                Map.entry("eclipse.org/legal/epl-v10", "EPL-1.0"),
                Map.entry("eclipse.org/legal/epl-2.0", "EPL-2.0"),
                Map.entry("eclipse.org/legal/epl-v20", "EPL-2.0"),
                Map.entry("eclipse.org/org/documents/edl-v10", "BSD-3-Clause"),
                Map.entry("eclipse.org/org/documents/epl-2.0", "EPL-2.0"),
                Map.entry("eclipse.org/org/documents/epl-v10", "EPL-1.0"),
                Map.entry("mozilla.org/mpl/2.0", "MPL-2.0"),
                Map.entry("mozilla.org/en-us/mpl/2.0", "MPL-2.0"),
                Map.entry("opensource.org/licenses/apache2.0", "Apache-2.0"),
                Map.entry("opensource.org/licenses/mit-license", "MIT"),
                Map.entry("unlicense.org", "Unlicense"));
    }
}
