package io.github.mavenhardening.core.posture;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The kind of a compiled file, by its first bytes; where they do not tell, by the extension of a file that is not text. */
public final class BinaryKind {

    /** How many bytes of a file are asked for. */
    public static final int HEAD = 512;

    /** How many bytes of a zip file are asked for: of most all. */
    public static final int ARCHIVE_HEAD = 4 << 20;

    private static final String ARCHIVE = "an archive of compiled code";
    private static final int ZIP = 0x504B0304;
    private static final int RESOURCE_FORK = 0x00051607;
    private static final int CLASS_OR_FAT = 0xCAFEBABE;
    private static final int FIRST_CLASS_VERSION = 45;
    private static final int PE_OFFSET_AT = 0x3C;

    private static final Set<String> ARCHIVES = Set.of(
            "jar", "war", "ear", "aar", "apk", "whl", "egg", "par", "kar", "hpi", "jpi", "nbm", "jmod", "ipa", "nupkg",
            "vsix", "xpi");
    private static final Set<String> COMPILED = Set.of(
            "class", "dll", "exe", "so", "dylib", "a", "o", "pyc", "pyo", "dex", "crx", "deb", "rpm", "msi", "wasm",
            "ocx", "drv", "efi", "elf", "node", "macho");

    /** How object files for Windows begin: the processor, x86, x64 and ARM64. Models and other data end in .obj, too. */
    private static final Set<Integer> WINDOWS_PROCESSORS = Set.of(0x4C01, 0x6486, 0x64AA);

    /** A Git LFS pointer: it stands for the file of the hash that it names. */
    private static final Pattern LFS = Pattern.compile(
            "\\Aversion https://git-lfs[^\\n]{0,80}\\n(?:[^\\n]{0,200}\\n){0,3}?oid sha256:([0-9a-f]{64})\\n");

    private BinaryKind() {}

    /**
     * The kind, as a message names it; empty for what is not compiled.
     *
     * @param path the file's path
     * @param head its first {@value #HEAD} bytes, or all
     */
    public static Optional<String> of(String path, byte[] head) {
        String extension = extension(path);
        Optional<String> kind = byMagic(extension, head);
        if (kind.isPresent()) {
            return kind;
        }
        if (isZip(head) || isResourceFork(head)) {
            return Optional.empty();
        }
        return isCompiledName(path) && (lfsHash(head).isPresent() || hasNul(head))
                ? Optional.of("a compiled file (." + extension + ")")
                : Optional.empty();
    }

    /**
     * Whether only more of a file's bytes tell what it is: jars and office documents are zip files alike, and behind the script of a
     * launcher a jar may begin.
     */
    public static boolean needsMore(byte[] head) {
        return isScript(head) || isZip(head);
    }

    private static boolean isZip(byte[] head) {
        return head.length >= 4 && int32(head, 0) == ZIP;
    }

    private static boolean isScript(byte[] head) {
        return startsWith(head, "#!");
    }

    /**
     * The kind of a zip file, or of one behind a script, by the names of its entries; empty for what holds no compiled code.
     *
     * @param path the file's path: what is named as an archive of code is one unless all its entries say otherwise
     * @param zip its first {@value #ARCHIVE_HEAD} bytes, or all
     */
    public static Optional<String> ofArchive(String path, byte[] zip) {
        if (isScript(zip)) {
            return ZipNames.hasCode(zip) ? Optional.of("a script with " + ARCHIVE + " behind it") : Optional.empty();
        }
        boolean named = ARCHIVES.contains(extension(path));
        boolean isCut = zip.length == ARCHIVE_HEAD;
        boolean isCode = named
                ? isCut || ZipNames.hasNone(zip) || ZipNames.hasCode(zip, BinaryKind::isCompiledName)
                // A manifest says that it is a jar; whether one of code, the rest says, where all of it is there.
                : ZipNames.hasCode(zip) && (isCut || ZipNames.hasCode(zip, BinaryKind::isCompiledName));
        return isCode ? Optional.of(ARCHIVE) : Optional.empty();
    }

    /** Whether a file of that name is compiled, as far as its extension tells. */
    private static boolean isCompiledName(String path) {
        String extension = extension(path);
        return COMPILED.contains(extension) || ARCHIVES.contains(extension);
    }

    /** The SHA-256 that a Git LFS pointer names; empty when it is none. */
    public static Optional<String> lfsHash(byte[] head) {
        if (head.length == 0 || head[0] != 'v') {
            return Optional.empty();
        }
        Matcher pointer = LFS.matcher(new String(head, StandardCharsets.ISO_8859_1));
        return pointer.find() ? Optional.of(pointer.group(1)) : Optional.empty();
    }

    private static Optional<String> byMagic(String extension, byte[] head) {
        if (head.length < 4) {
            return Optional.empty();
        }
        int magic = int32(head, 0);
        String kind = switch (magic) {
            case 0x7F454C46 -> "an ELF executable or library";
            case 0x0061736D -> "a WebAssembly module";
            case 0x6465780A -> "a Dalvik executable";
            case 0xEDABEEDB -> "an RPM package";
            case 0x43723234 -> "a browser extension";
            case 0xFEEDFACE, 0xFEEDFACF, 0xCEFAEDFE, 0xCFFAEDFE -> "a Mach-O executable or library";
            case CLASS_OR_FAT -> classOrFat(head);
            case 0x213C6172 -> startsWith(head, "!<arch>\n") ? "a static library or Debian package" : null;
            case 0xD0CF11E0 -> extension.equals("msi") ? "a Windows installer" : null;
            default -> other(extension, head);
        };
        return Optional.ofNullable(kind);
    }

    private static String other(String extension, byte[] head) {
        if (startsWith(head, "MZ") && (isPortableExecutable(head) || hasNul(head))) {
            return "a Windows executable or library";
        }
        if (extension.equals("obj") && WINDOWS_PROCESSORS.contains(int32(head, 0) >>> 16)) {
            return "an object file";
        }
        boolean python = head[2] == '\r' && head[3] == '\n' && (extension.equals("pyc") || extension.equals("pyo"));
        return python ? "Python bytecode" : null;
    }

    /** Java classes and Mach-O files of several architectures begin alike; no class file has a version below 45. */
    private static String classOrFat(byte[] head) {
        if (head.length < 8) {
            return null;
        }
        return int32(head, 4) >= FIRST_CLASS_VERSION ? "a Java class" : "a Mach-O executable or library";
    }

    private static boolean isPortableExecutable(byte[] head) {
        if (head.length < PE_OFFSET_AT + 4) {
            return false;
        }
        int at = Integer.reverseBytes(int32(head, PE_OFFSET_AT));
        return at > 0 && at <= head.length - 4 && int32(head, at) == 0x50450000;
    }

    private static int int32(byte[] bytes, int at) {
        return ByteBuffer.wrap(bytes).getInt(at);
    }

    /** What macOS keeps beside a copied file, under its name with {@code ._} before it. */
    private static boolean isResourceFork(byte[] head) {
        return head.length >= 4 && int32(head, 0) == RESOURCE_FORK;
    }

    private static boolean startsWith(byte[] head, String text) {
        if (head.length < text.length()) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            if (head[i] != text.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private static boolean hasNul(byte[] head) {
        for (byte b : head) {
            if (b == 0) {
                return true;
            }
        }
        return false;
    }

    private static String extension(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        int dot = name.lastIndexOf('.');
        return dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
    }
}
