package io.github.mavenhardening.core.workflow.code;

import io.github.mavenhardening.core.text.SoughtPattern;
import java.util.Optional;
import java.util.regex.Matcher;

/** What lines of PowerShell alone hand to a program as code: commands are words there, which in other languages would be text. */
public final class PowerShellSinks {

    private static final SoughtPattern BEHIND = SoughtPattern.of(
            "(?i)(?:(?<![-.\\w])(?:pwsh|powershell)(?:\\.exe)?\\s[^|;]{0,100}?-c(?:ommand)?\\s"
                    + "|(?<![-.\\w])(?:node|perl|ruby)(?:\\.exe)?\\s{1,9}-e\\s|(?<![-.\\w])python3?(?:\\.exe)?\\s{1,9}-c\\s"
                    + "|(?<![-.\\w])ssh(?:\\.exe)?\\s"
                    + "|\\bStart-Process\\b(?=.{0,300}\\b(?:pwsh|powershell|cmd|bash|sh)\\b)"
                    + "|(?:^|[;{(|]\\s{0,9}|=\\s{0,9})&\\s{1,9}(?=\\$)|\\bExpandString\\(|\\bAdd-Type\\s[^|;]{0,100}-TypeDefinition\\s)(.*)",
            "pwsh",
            "powershell",
            "node",
            "perl",
            "ruby",
            "python",
            "ssh",
            "start-process",
            "& ",
            "expandstring",
            "add-type");

    private static final SoughtPattern PIPED =
            SoughtPattern.of("(?i)(.*?)\\|\\s{0,9}(?:Invoke-Expression|iex)\\b", "invoke-expression", "iex");

    private PowerShellSinks() {}

    /** What a line hands to a program as code; empty where it does so to none. */
    public static Optional<String> executed(String line) {
        Matcher piped = PIPED.in(line);
        if (piped.lookingAt()) {
            return Optional.of(piped.group(1));
        }
        Matcher behind = BEHIND.in(line.strip());
        return behind.find() ? Optional.of(behind.group(1)) : Optional.empty();
    }
}
