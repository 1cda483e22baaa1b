package io.github.mavenhardening.core.shell;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What PowerShell publishes: modules and scripts to a gallery. */
final class GalleryUpload {

    private static final Set<String> NAMES = Set.of("publish-module", "publish-script", "publish-psresource");
    /** How repositories are called that are registered for a folder, or a test. */
    private static final Pattern LOCAL = Pattern.compile("(?i).*(?:local|temp|test|tmp).*");

    private GalleryUpload() {}

    static boolean is(ShellCommand command) {
        if (!NAMES.contains(command.name())) {
            return false;
        }
        List<String> words = command.arguments();
        for (int i = 0; i < words.size(); i++) {
            String option = words.get(i).toLowerCase(Locale.ROOT);
            boolean isLocal = option.equals("-repository")
                    && i + 1 < words.size()
                    && LOCAL.matcher(words.get(i + 1)).matches();
            if (isLocal || (option.startsWith("-whatif") && !option.endsWith("$false"))) {
                return false;
            }
        }
        return true;
    }
}
