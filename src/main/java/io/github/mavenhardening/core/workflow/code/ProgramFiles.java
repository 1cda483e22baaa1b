package io.github.mavenhardening.core.workflow.code;

import io.github.mavenhardening.core.text.SoughtPattern;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The files that a program of JavaScript, Python or PowerShell reads and writes, line by line, with the names it gives to paths. */
public final class ProgramFiles {

    private static final Pattern NAMED = Pattern.compile(
            "\\s{0,80}(?:const\\s|let\\s|var\\s)?\\s{0,9}\\$?([A-Za-z_]\\w{0,100})\\s{0,9}=(?![=>])\\s{0,9}(.{1,500})");

    /** What reads a file, up to its name. */
    private static final SoughtPattern READ = SoughtPattern.of(
            "(?:readFileSync|readFile|open|Get-Content|ReadAllText|\\bPath(?=\\([^)]{1,200}\\)\\.read))"
                    + "\\s{0,3}(?:-(?:Raw|Path)\\s{1,3}){0,3}\\(?\\s{0,3}",
            "readFile",
            "open",
            "Get-Content",
            "ReadAllText",
            "Path(");

    /** What writes a file, up to its name. */
    private static final SoughtPattern WRITE = SoughtPattern.of(
            "\\b(?:writeFileSync|writeFile|appendFileSync|appendFile|outputFileSync|outputFile|WriteAllText)\\("
                    + "|(?i:\\b(?:Set-Content|Add-Content|Out-File|Tee-Object)\\s{1,3}(?:-(?:FilePath|LiteralPath|Path)\\s{1,3})?)"
                    + "|\\bPath\\((?=[^)]{1,200}\\)\\.write_(?:text|bytes)\\()"
                    + "|\\s>{1,2}\\s{0,3}(?=[\"']?\\$(?:env:|\\{env:))",
            "writefile",
            "appendfile",
            "outputfile",
            "writealltext",
            "-content",
            "out-file",
            "tee-object",
            "path(",
            "env:");

    /** So many files one line opens. */
    private static final int OPENED = 4;

    /** No system has a longer path, in characters; names that stand for others twice would double it in each line. */
    private static final int LONGEST = 4_096;

    private static final SoughtPattern OPENS = SoughtPattern.of("\\bopen\\(", "open(");
    private static final Pattern FOR_WRITING =
            Pattern.compile("\\bopen\\(.{1,200}?,\\s{0,3}(?:mode\\s?=\\s?)?[\"'][wax]");
    private static final Pattern HANDLE =
            Pattern.compile("\\bas\\s{1,3}(\\w{1,100})\\s{0,3}[:,)]|(\\w{1,100})\\s{0,5}=\\s{0,5}open\\(");

    /** What writes to a file that was opened, or to a path that has a name. */
    private static final SoughtPattern WRITTEN = SoughtPattern.of(
            "\\b(\\w{1,100})\\.write(?:lines|_text|_bytes)?\\(|\\bfile\\s?=\\s?(\\w{1,100})|\\bdump\\(.{1,200},\\s{0,3}(\\w{1,100})[,)]",
            ".write",
            "file",
            "dump(");

    /** What reads a file that was opened, or a path that has a name. */
    private static final SoughtPattern READ_FROM = SoughtPattern.of(
            "\\b(\\w{1,100})\\.read(?:lines|_text|_bytes)?\\(|\\bload\\((\\w{1,100})\\)", ".read", "load(");

    private static final Pattern JOINED = Pattern.compile(
            "\\(?Join-Path\\s{1,3}(?:-Path\\s{1,3})?[\"']?([^\\s\"']{1,200})[\"']?\\s{1,3}(?:-ChildPath\\s{1,3})?"
                    + "[\"']?([^\\s\"')]{1,200})[\"']?");

    /** A part of an expression that makes a path. */
    private static final Pattern PART = Pattern.compile("\\s{1,200}"
            + "|(?:os\\.path\\.join|path\\.join|path\\.resolve|(?:pathlib\\.)?Path|str)(?<list>\\()"
            + "|process\\.env\\.(?<dot>\\w{1,100})|(?:process\\.env|os\\.environ)\\[[\"'](?<key>\\w{1,100})[\"']\\]"
            + "|os\\.(?:environ\\.get|getenv)\\([\"'](?<got>\\w{1,100})[\"']\\)"
            + "|[rfbu]{0,2}(?:\"(?<double>[^\"]{0,300})\"|'(?<single>[^']{0,300})'|`(?<back>[^`]{0,300})`)"
            + "|(?<plain>\\$\\{?env:\\w{1,100}\\}?[\\w./\\\\-]{0,200})"
            + "|(?<mark>[,+/)])"
            + "|\\$?(?<name>[A-Za-z_]\\w{0,100})(?![\\w.(\\[-])");

    private static final Pattern FILLED =
            Pattern.compile("\\$\\{\\{[^}]{0,100}\\}\\}|\\$?\\{([^{}]{1,100})\\}|\\$([A-Za-z_]\\w{0,100})(?!:)");

    private static final Pattern BARE = Pattern.compile("[\"'`]?([^'\"`,)\\s]{1,200})");

    /** The paths that names stand for. */
    private final Map<String, String> paths = new HashMap<>();

    /** The paths of files that were opened. */
    private final Map<String, String> opened = new HashMap<>();

    /** The file that a line writes, if it does; takes in what names it gives. */
    public Optional<String> written(String line) {
        Matcher open = OPENS.in(line);
        Matcher write = WRITE.in(line);
        Matcher to = WRITTEN.in(line);
        Optional<String> path = Optional.empty();
        if (open.find()) {
            path = opened(line, open);
        } else if (write.find()) {
            path = path(line.substring(write.end()));
        } else if (to.find()) {
            path = named(to.group(1) != null ? to.group(1) : to.group(2) != null ? to.group(2) : to.group(3));
        } else {
            name(line);
        }
        return path;
    }

    /** The file of those that a line opens which it writes; takes in the names that it gives to them. */
    private Optional<String> opened(String line, Matcher open) {
        Optional<String> written = Optional.empty();
        int from = 0;
        // Silent: no statement opens more.
        for (int i = 0; i < OPENED && from < line.length(); i++) {
            int begin = open.end();
            int end = open.find() ? open.start() : line.length();
            Optional<String> file = path(line.substring(begin, end));
            String all = line.substring(from, end);
            Matcher handle = HANDLE.matcher(all);
            if (file.isPresent() && handle.find()) {
                opened.put(handle.group(1) == null ? handle.group(2) : handle.group(1), file.get());
            }
            written = FOR_WRITING.matcher(all).find() ? file : written;
            from = end;
        }
        return written;
    }

    /** The file that a name stands for. */
    private Optional<String> named(String name) {
        return Optional.ofNullable(opened.getOrDefault(name, paths.get(name)));
    }

    private void name(String line) {
        if (line.indexOf('=') < 0) {
            return;
        }
        Matcher named = NAMED.matcher(line);
        if (!named.matches()) {
            return;
        }
        Optional<String> path = path(named.group(2));
        if (path.isPresent()) {
            paths.put(named.group(1), path.get());
        } else {
            paths.remove(named.group(1));
        }
    }

    /** The file that a text reads, if it does. */
    public Optional<String> read(String text) {
        Matcher read = READ.in(text);
        Matcher from = READ_FROM.in(text);
        if (from.find()) {
            Optional<String> known = named(from.group(1) == null ? from.group(2) : from.group(1));
            if (known.isPresent()) {
                return known;
            }
        }
        if (!read.find() || FOR_WRITING.matcher(text).find()) {
            return Optional.empty();
        }
        String rest = text.substring(read.end());
        Optional<String> path = path(rest);
        Matcher bare = BARE.matcher(rest);
        return path.isPresent() || !bare.lookingAt() ? path : Optional.of(bare.group(1));
    }

    /** The path that an expression makes, which a comma, a parenthesis or anything else ends; empty where it is not known. */
    private Optional<String> path(String expression) {
        String text = JOINED.matcher(expression).replaceFirst("\"$1/$2\"");
        StringBuilder path = new StringBuilder();
        Matcher part = PART.matcher(text);
        int depth = 0;
        boolean isOpen = false;
        for (int at = 0; part.region(at, text.length()).lookingAt(); at = part.end()) {
            String mark = part.group("mark");
            if (part.group("list") != null) {
                depth++;
            } else if (mark != null) {
                depth -= mark.equals(")") ? 1 : 0;
                if (depth < 0 || (depth == 0 && mark.equals(","))) {
                    break;
                }
                isOpen = !mark.equals(")");
                path.append(mark.equals(",") || mark.equals("/") ? "/" : "");
            } else if (!part.group().isBlank()) {
                Optional<String> known = part(part);
                if (known.isEmpty()) {
                    return Optional.empty();
                }
                path.append(known.get());
                isOpen = false;
            }
            if (path.length() > LONGEST) {
                return Optional.empty();
            }
        }
        return path.isEmpty() || isOpen || depth > 0 ? Optional.empty() : Optional.of(path.toString());
    }

    private Optional<String> part(Matcher part) {
        for (String variable : new String[] {"dot", "key", "got"}) {
            if (part.group(variable) != null) {
                return Optional.of("$" + part.group(variable));
            }
        }
        for (String quoted : new String[] {"double", "single", "back", "plain"}) {
            if (part.group(quoted) != null) {
                return Optional.of(filled(part.group(quoted)));
            }
        }
        return Optional.ofNullable(paths.get(part.group("name")));
    }

    /** A text with the paths in it that stand there by their names. */
    private String filled(String text) {
        StringBuilder filled = new StringBuilder();
        Matcher name = FILLED.matcher(text);
        while (filled.length() <= LONGEST && name.find()) {
            Optional<String> known = name.group(1) != null
                    ? path(name.group(1))
                    : Optional.ofNullable(name.group(2) == null ? null : paths.get(name.group(2)));
            name.appendReplacement(filled, Matcher.quoteReplacement(known.orElse(name.group())));
        }
        return name.appendTail(filled).toString();
    }
}
