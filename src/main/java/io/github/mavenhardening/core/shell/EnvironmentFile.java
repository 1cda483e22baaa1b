package io.github.mavenhardening.core.shell;

import io.github.mavenhardening.core.workflow.Shell;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds writes to the files behind {@code GITHUB_ENV} and {@code GITHUB_PATH} whose content is not literal. */
public final class EnvironmentFile {

    private static final String VARIABLE = "(GITHUB_ENV|GITHUB_PATH)";
    private static final Pattern POWERSHELL = Pattern.compile(
            "(?i)(?:>>?\\s{0,9}|\\b(?:Out-File|Add-Content|Set-Content|Tee-Object)\\b[^|;]{0,200}?)(?:\"?\\$\\{?env:"
                    + VARIABLE + "\\b|['\"]?" + PosixWrites.EXPRESSION + ")");
    private static final Pattern POWERSHELL_LITERAL =
            Pattern.compile("(?i)(?:(?:echo|Write-Output)\\s+)?(?:'[^']*+'|\"[^\"$`]*+\")\\s*+\\|?\\s*+");
    private static final Pattern CMD =
            Pattern.compile("(?i)>>?\\s{0,9}\"?(?:%" + VARIABLE + "%|" + PosixWrites.EXPRESSION + ")");
    private static final Pattern CMD_LITERAL = Pattern.compile("(?i)@?echo[ .(][^%!]*+");
    private static final Pattern CMD_REMARK = Pattern.compile("(?i)\\s*+@?(?:rem\\s|::).*");

    /** What stands between a write and the next command of a line. */
    private static final Pattern SEPARATOR = Pattern.compile("^[^;&]*+(?:;|&&?)\\s*+");

    private static final Pattern POWERSHELL_REMARK = Pattern.compile("\\s*+#.*");

    private EnvironmentFile() {}

    /** The variables whose files a script writes to, sorted; empty for shells that are not read. */
    public static Set<String> writtenBy(String script, Shell shell) {
        return switch (shell) {
            case POSIX -> PosixWrites.in(ShellScript.parse(script, shell).statements());
            case POWERSHELL -> byLine(script, POWERSHELL, POWERSHELL_LITERAL, POWERSHELL_REMARK);
            case CMD -> byLine(script, CMD, CMD_LITERAL, CMD_REMARK);
            case PYTHON, OTHER -> Set.of();
        };
    }

    private static Set<String> byLine(String script, Pattern write, Pattern literal, Pattern remark) {
        Set<String> found = new TreeSet<>();
        script.lines().filter(line -> !remark.matcher(line).matches()).forEach(line -> {
            Matcher matcher = write.matcher(line);
            int from = 0;
            while (matcher.find()) {
                // Of several commands on a line each has its own text.
                String before = line.substring(from, matcher.start()).strip();
                String own = from == 0 ? before : SEPARATOR.matcher(before).replaceFirst("");
                from = matcher.end();
                if (!literal.matcher(own).matches()) {
                    found.add(
                            matcher.group(1) == null
                                    ? PosixWrites.ofContext(matcher.group(2))
                                    : matcher.group(1).toUpperCase(Locale.ROOT));
                }
            }
        });
        return found;
    }
}
