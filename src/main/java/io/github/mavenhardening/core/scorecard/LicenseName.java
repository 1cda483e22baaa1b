package io.github.mavenhardening.core.scorecard;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A path that Scorecard takes for a licence file's: at the top, or in a folder there, by its name. An SPDX identifier may
 * stand before or behind that name: {@code MIT-LICENSE}, {@code LICENSE-Apache-2.0.txt}, {@code LICENSES/ISC.txt}.
 *
 * @param identifier what stands in the place of an SPDX identifier; perhaps empty, perhaps none at all
 * @see <a href="https://github.com/ossf/scorecard/blob/main/checks/raw/license.go">Scorecard: checkLicense</a>
 */
record LicenseName(String identifier) {

    /** Longer paths are not names of licence files; the pattern goes back and forth. */
    private static final int LENGTH_LIMIT = 80;

    private static final String SPDX = "[0-9A-Za-z]+(?:[-_.][0-9]{1,2}[A-Za-z]?){0,5}(?:[_-]?[0-9A-Za-z.])*";
    private static final Pattern NAME = Pattern.compile(
            "(?<all>(?<before>" + SPDX + ")?[-_]?(?<file>patents?|copy(?:ing|right)|licen[sc]es?)(?<separator>[-_./])?"
                    + "(?<behind>" + SPDX + ")?(?<ending>[.]?[A-Za-z]+)?).*",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern EXTENSION =
            Pattern.compile("\\.(?:adoc|asc|docx?|ext|html|markdown|md|rst|txt|xml)", Pattern.CASE_INSENSITIVE);

    /**
     * The identifiers of the licences that the Free Software Foundation or the Open Source Initiative approve, without
     * {@code -only} and {@code -or-later}, as Scorecard lists them; in upper case.
     *
     * @see <a href="https://spdx.org/licenses">SPDX License List</a>
     */
    private static final Set<String> APPROVED = Set.of("""
            0BSD AAL AFL-1.1 AFL-1.2 AFL-2.0 AFL-2.1 AFL-3.0 AGPL-3.0 APL-1.0 APSL-1.0 APSL-1.1 APSL-1.2 APSL-2.0
            APACHE-1.0 APACHE-1.1 APACHE-2.0 ARTISTIC-1.0 ARTISTIC-1.0-PERL ARTISTIC-1.0-CL8 ARTISTIC-2.0 BSD-1-CLAUSE
            BSD-2-CLAUSE BSD-2-CLAUSE-PATENT BSD-3-CLAUSE BSD-3-CLAUSE-CLEAR BSD-3-CLAUSE-LBNL BSD-4-CLAUSE BSL-1.0
            BITTORRENT-1.1 CAL-1.0 CAL-1.0-COMBINED-WORK-EXCEPTION CATOSL-1.1 CC-BY-4.0 CC-BY-SA-4.0 CC0-1.0 CDDL-1.0
            CECILL-2.0 CECILL-2.1 CECILL-B CECILL-C CERN-OHL-P-2.0 CERN-OHL-S-2.0 CERN-OHL-W-2.0 CNRI-PYTHON CPAL-1.0
            CPL-1.0 CUA-OPL-1.0 CLARTISTIC CONDOR-1.1 ECL-1.0 ECL-2.0 EFL-1.0 EFL-2.0 EPL-1.0 EPL-2.0 EUDATAGRID EUPL-1.1
            EUPL-1.2 ENTESSA FSFAP FTL FAIR FRAMEWORX-1.0 GFDL-1.1 GFDL-1.2 GFDL-1.3 GPL-2.0 GPL-3.0 HPND IJG IPA IPL-1.0
            ISC IMLIB2 INTEL JAM LGPL-2.0 LGPL-2.1 LGPL-3.0 LPL-1.0 LPL-1.02 LPPL-1.2 LPPL-1.3A LPPL-1.3C LILIQ-P-1.1
            LILIQ-R-1.1 LILIQ-RPLUS-1.1 MIT MIT-0 MIT-MODERN-VARIANT MPL-1.0 MPL-1.1 MPL-2.0
            MPL-2.0-NO-COPYLEFT-EXCEPTION MS-PL MS-RL MIROS MOTOSOTO MULANPSL-2.0 MULTICS NASA-1.3 NCSA NGPL NOSL NPL-1.0
            NPL-1.1 NPOSL-3.0 NTP NAUMEN NOKIA OCLC-2.0 ODBL-1.0 OFL-1.0 OFL-1.1 OFL-1.1-RFN OFL-1.1-NO-RFN OGTSL
            OLDAP-2.3 OLDAP-2.7 OLDAP-2.8 OSET-PL-2.1 OSL-1.0 OSL-1.1 OSL-2.0 OSL-2.1 OSL-3.0 OPENSSL PHP-3.0 PHP-3.01
            POSTGRESQL PYTHON-2.0 QPL-1.0 RPL-1.1 RPL-1.5 RPSL-1.0 RSCPL RUBY SGI-B-2.0 SISSL SMLNJ SPL-1.0 SIMPL-2.0
            SLEEPYCAT UCL-1.0 UPL-1.0 UNICODE-DFS-2016 UN UNLICENSE VSL-1.0 VIM W3C WTFPL WATCOM-1.0 X11 XFREE86-1.1 XNET YPL-1.1
            ZPL-2.0 ZPL-2.1 ZEND-2.0 ZIMBRA-1.3 ZLIB GNUPLOT IMATIX XINETD""".split("\\s+"));

    /** The name that a path is; empty where it is none. */
    static Optional<LicenseName> of(String path) {
        // Silent: a longer path is not a name of a licence file.
        Matcher name = NAME.matcher(path);
        if (path.length() > LENGTH_LIMIT || !name.matches()) {
            return Optional.empty();
        }
        String file = name.group("file");
        if (path.equals(file)) {
            return Optional.of(new LicenseName(""));
        }
        String extension = extensionOf(path, file);
        String identifier =
                orEmpty(name.group("before")).isEmpty() ? orEmpty(name.group("behind")) : name.group("before");
        String ending = orEmpty(name.group("ending"));
        // An identifier and an extension may have been taken for each other, or each for a part of the other.
        if (!identifier.isEmpty() && !extension.isEmpty()) {
            if (extension.contains(identifier)) {
                identifier = "";
            } else if (!identifier.contains(extension)) {
                identifier += extension.equals(ending) ? "" : ending;
            } else if (isKnown(extension)) {
                identifier = identifier.replace(extension, "");
            } else {
                extension = "";
            }
        }
        boolean inFolder = "/".equals(name.group("separator"));
        return isWhole(path, name.group("all"), extension, identifier.isEmpty() && !inFolder)
                ? Optional.of(new LicenseName(identifier))
                : Optional.empty();
    }

    private static boolean isWhole(String path, String matched, String extension, boolean bare) {
        return path.equals(matched) ? isKnown(extension) : !bare && path.equals(matched + extension);
    }

    private static boolean isKnown(String extension) {
        return extension.isEmpty() || EXTENSION.matcher(extension).find();
    }

    /** With its point; empty where the name's own text would be a part of it. */
    private static String extensionOf(String path, String file) {
        int dot = path.lastIndexOf('.');
        String extension = dot > path.lastIndexOf('/') ? path.substring(dot) : "";
        return extension.contains(file) ? "" : extension;
    }

    private static String orEmpty(String group) {
        return group == null ? "" : group;
    }

    /** Whether it names a licence that FSF or OSI approve. */
    boolean isApproved() {
        return APPROVED.contains(identifier.toUpperCase(Locale.ROOT));
    }
}
