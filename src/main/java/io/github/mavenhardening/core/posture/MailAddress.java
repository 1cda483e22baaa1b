package io.github.mavenhardening.core.posture;

import java.util.regex.Pattern;

/**
 * What the DCO app takes for the address of a mailbox: no quotes, brackets, spaces or letters outside ASCII, and a domain whose
 * last part has two characters at least.
 *
 * @see <a href="https://www.npmjs.com/package/email-validator">What it asks</a>
 */
public final class MailAddress {

    private static final int LOCAL_LIMIT = 64;
    private static final int DOMAIN_LIMIT = 255;
    private static final int LABEL_LIMIT = 63;

    private static final Pattern LOCAL = Pattern.compile("[\\w!#$%&'*+/=?^`{|}~-]++(?:\\.[\\w!#$%&'*+/=?^`{|}~-]++)*+");
    private static final Pattern LABEL = Pattern.compile("[A-Za-z0-9][A-Za-z0-9-]*+");
    private static final Pattern LAST_LABEL = Pattern.compile("[A-Za-z](?:-?[A-Za-z0-9])++");

    private MailAddress() {}

    /** Whether a text is an address. */
    public static boolean is(String text) {
        // Silent: what is longer is none to the app either, and the check says so.
        int at = text.indexOf('@');
        if (at < 0 || at > LOCAL_LIMIT || text.length() - at - 1 > DOMAIN_LIMIT) {
            return false;
        }
        String[] labels = text.substring(at + 1).split("\\.", -1);
        for (int i = 0; i < labels.length; i++) {
            Pattern pattern = i == labels.length - 1 ? LAST_LABEL : LABEL;
            if (labels[i].length() > LABEL_LIMIT || !pattern.matcher(labels[i]).matches()) {
                return false;
            }
        }
        // The app asks only of the part before the last how it ends.
        return labels.length > 1
                && !labels[labels.length - 2].endsWith("-")
                && LOCAL.matcher(text.substring(0, at)).matches();
    }
}
