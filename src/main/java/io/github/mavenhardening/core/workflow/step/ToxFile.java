package io.github.mavenhardening.core.workflow.step;

import io.github.mavenhardening.core.shell.ShellCommand;
import io.github.mavenhardening.core.shell.ShellScript;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The environments that tox runs commands in: of a {@code tox.ini}, and of {@code pyproject.toml} and {@code tox.toml} where
 * the commands are lists of texts, or the text of a {@code tox.ini}.
 *
 * @see <a href="https://tox.wiki/en/latest/config.html">tox's configuration</a>
 */
final class ToxFile implements TaskFile {

    private static final List<String> KEYS = List.of("commands_pre", "commands", "commands_post");
    private static final Pattern INI = Pattern.compile("\\blegacy_tox_ini\\s{0,20}=\\s{0,20}(\"\"\"|''')");
    private static final Pattern SECTION = Pattern.compile("(?m)^\\[([^\\[\\]\n]{1,200})\\]");
    private static final Pattern COMMANDS = Pattern.compile("(?m)^commands(?:_pre|_post)?\\s{0,20}=\\s{0,20}\\[");
    private static final Pattern TEXT = Pattern.compile("\"([^\"\\\\\n]{0,1000})\"|'([^'\n]{0,1000})'|[\\[\\]]");

    /** Before a command: only for environments whose names have one of those parts. */
    private static final Pattern FACTORS = Pattern.compile("([\\w.,-]{1,100}):\\s+(.*)");

    private static final Pattern USE = Pattern.compile("\\{([^{}\n]{0,300})\\}");
    private static final Pattern OTHER = Pattern.compile("\\[([^\\[\\]]{1,200})\\]([A-Za-z_]{1,40})");
    private static final Set<String> FOLDERS = Set.of("toxinidir", "tox_root", "changedir", "change_dir");
    private static final Set<String> PYTHONS = Set.of("envpython", "env_python");
    /** So often values in values are filled in. */
    private static final int NESTED = 5;

    private final IniFile ini;
    /** Where the file is one of TOML's. */
    private final String toml;

    private ToxFile(IniFile ini, String toml) {
        this.ini = ini;
        this.toml = toml;
    }

    static ToxFile of(String text) {
        Matcher ini = INI.matcher(text);
        if (ini.find()) {
            int end = text.indexOf(ini.group(1), ini.end());
            return new ToxFile(new IniFile(text.substring(ini.end(), end < 0 ? text.length() : end)), "");
        }
        return new ToxFile(new IniFile(text), text);
    }

    /** The first word names the environments, the others are given to their commands. */
    @Override
    public Task task(List<String> words) {
        if (words.isEmpty()) {
            return Task.NONE;
        }
        List<String> given = words.subList(1, words.size());
        List<List<String>> needs = new ArrayList<>();
        String[] names = words.get(0).split(",", -1);
        if (names.length == 1) {
            return task(names[0].strip(), GivenWords.quoted(given).strip());
        }
        for (String name : names) {
            List<String> call = new ArrayList<>(List.of(name.strip()));
            call.addAll(given);
            needs.add(call);
        }
        return Task.of(needs, "");
    }

    private Task task(String name, String given) {
        StringBuilder script = new StringBuilder();
        for (String key : KEYS) {
            for (String line : lines(name, key, given)) {
                script.append(line).append('\n');
            }
        }
        // Silent: the task says so.
        boolean isWhole = script.length() <= ShellScript.LENGTH_LIMIT;
        return new Task(List.of(), listed(name), script.toString(), isWhole);
    }

    private List<String> lines(String name, String key, String given) {
        Optional<String> value = ini.value("testenv:" + name, key);
        if (value.isEmpty() && (ini.hasSection("testenv:" + name) || !ini.hasSection("env." + name))) {
            value = ini.value("testenv", key);
        }
        List<String> lines = new ArrayList<>();
        for (String line :
                filledIn(value.orElse(""), given).replace("\\\n", " ").split("\n", -1)) {
            Matcher factors = FACTORS.matcher(line);
            if (!factors.matches()) {
                lines.add(line.replaceFirst("^[-!]\\s*", ""));
            } else if (hasFactor(name, factors.group(1))) {
                lines.add(factors.group(2).replaceFirst("^[-!]\\s*", ""));
            }
        }
        return lines;
    }

    private static boolean hasFactor(String name, String wanted) {
        List<String> factors = List.of(name.split("-", -1));
        for (String each : wanted.split(",", -1)) {
            if (factors.containsAll(List.of(each.split("-", -1)))) {
                return true;
            }
        }
        return false;
    }

    private String filledIn(String text, String given) {
        String all = text;
        // Silent: the task says whether all is filled in.
        for (int depth = 0; depth < NESTED && all.length() <= ShellScript.LENGTH_LIMIT; depth++) {
            StringBuilder filled = new StringBuilder();
            Matcher use = USE.matcher(all);
            int from = 0;
            while (filled.length() <= ShellScript.LENGTH_LIMIT && use.find()) {
                boolean isVariable = use.start() > 0 && all.charAt(use.start() - 1) == '$';
                filled.append(all, from, use.start()).append(isVariable ? use.group() : value(use.group(1), given));
                from = use.end();
            }
            filled.append(all, from, all.length());
            if (filled.toString().equals(all)) {
                break;
            }
            all = filled.toString();
        }
        return all;
    }

    private String value(String use, String given) {
        if (use.equals("posargs") || use.startsWith("posargs:")) {
            return given.isEmpty() && use.length() > "posargs".length() ? use.substring("posargs:".length()) : given;
        }
        if (use.startsWith("env:")) {
            String[] parts = use.split(":", 3);
            return "${" + parts[1] + "}";
        }
        Matcher other = OTHER.matcher(use);
        if (other.matches()) {
            return ini.value(other.group(1), other.group(2)).orElse("");
        }
        if (FOLDERS.contains(use)) {
            return ".";
        }
        if (PYTHONS.contains(use)) {
            return "python";
        }
        return use.equals("/") || use.equals(":") ? use : "${_}";
    }

    /** The commands of an environment that are lists of texts. */
    private List<ShellCommand> listed(String name) {
        List<ShellCommand> commands = new ArrayList<>();
        Matcher section = SECTION.matcher(toml);
        boolean more = section.find();
        while (more) {
            String head = section.group(1).replace("\"", "").strip();
            int from = section.end();
            more = section.find();
            if (head.equals("env." + name) || head.equals("tool.tox.env." + name)) {
                collect(toml.substring(from, more ? section.start() : toml.length()), commands);
            }
        }
        return commands;
    }

    private static void collect(String section, List<ShellCommand> commands) {
        Matcher list = COMMANDS.matcher(section);
        while (list.find()) {
            Matcher text = TEXT.matcher(section).region(list.end(), section.length());
            List<String> words = new ArrayList<>();
            int depth = 1;
            while (depth > 0 && text.find()) {
                if (text.group().equals("[")) {
                    depth++;
                } else if (text.group().equals("]")) {
                    depth--;
                    if (!words.isEmpty()) {
                        commands.add(new ShellCommand(words, Map.of(), 0, 0, 0));
                        words.clear();
                    }
                } else if (depth == 2) {
                    words.add(text.group(1) == null ? text.group(2) : text.group(1));
                }
            }
        }
    }
}
