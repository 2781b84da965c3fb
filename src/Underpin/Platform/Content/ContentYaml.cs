using System.Text;
using Underpin.Platform.Content.Lint;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Underpin.Platform.Content;

/// <summary>
/// Reads one content file into nodes that know their lines. Content uses the plain part of YAML: no anchors, aliases, tags or
/// second documents, which can hide what a reader of the file believes to see.
/// </summary>
internal static class ContentYaml
{
    public const int MaximumBytes = 1 << 20;

    /// <summary>The deepest file that the format describes nests nine maps and lists.</summary>
    public const int MaximumDepth = 16;

    /// <summary>The file's top map, or null when there is none to be had; what was wrong is added to the problems.</summary>
    public static ContentMap? Read(string path, string file, ContentProblems problems)
    {
        var text = ReadText(path, file, problems);
        if (text is null)
            return null;
        try
        {
            var events = new GuardedParser(new Parser(new StringReader(text)));
            return new Builder(events, file, problems).Document();
        }
        catch (YamlException e)
        {
            problems.Add(file, (int)Math.Max(1, e.Start.Line), FileRules.Unreadable, $"This is not YAML from here on (look for wrong indentation, or a colon or quote that needs quotes around the text): {e.Message}");
        }
        catch (NestingException e)
        {
            problems.Add(file, e.Line, FileRules.Unreadable, $"Maps and lists are nested more than {MaximumDepth} deep: expected the shape that content/README.md describes");
        }
        return null;
    }

    private static string? ReadText(string path, string file, ContentProblems problems)
    {
        byte[] bytes;
        try
        {
            using var stream = File.OpenRead(path);
            if (stream.Length > MaximumBytes)
            {
                problems.Add(file, 1, FileRules.Unreadable, $"The file has {stream.Length:N0} bytes: expected at most {MaximumBytes:N0}");
                return null;
            }
            bytes = new byte[stream.Length];
            stream.ReadExactly(bytes);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            problems.Add(file, 1, FileRules.Unreadable, $"The file could not be read: {e.Message}");
            return null;
        }
        var start = bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? Encoding.UTF8.Preamble.Length : 0;
        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes, start, bytes.Length - start);
        }
        catch (DecoderFallbackException e)
        {
            var line = 1 + bytes.AsSpan(0, Math.Clamp(e.Index + start, 0, bytes.Length)).Count((byte)'\n');
            problems.Add(file, line, FileRules.Unreadable, "The file is not UTF-8 text: expected it to be saved as UTF-8");
            return null;
        }
    }

    // On some broken files YamlDotNet 16 fails with exceptions of its own inner workings instead of saying so.
    private sealed class GuardedParser(Parser parser) : IParser
    {
        public ParsingEvent? Current => parser.Current;

        public bool MoveNext()
        {
            var reached = parser.Current?.End ?? Mark.Empty;
            try
            {
                return parser.MoveNext();
            }
            catch (Exception e) when (e is not YamlException)
            {
                throw new YamlException(reached, reached, "something here cannot be read.", e);
            }
        }
    }

    private sealed class NestingException(int line) : Exception
    {
        public int Line { get; } = line;
    }

    private sealed class Builder(IParser events, string file, ContentProblems problems)
    {
        public ContentMap? Document()
        {
            events.Consume<StreamStart>();
            if (events.Accept<StreamEnd>(out _))
            {
                problems.Add(file, 1, FileRules.Unreadable, "The file is empty: expected keys and values");
                return null;
            }
            events.Consume<DocumentStart>();
            var node = Node(1);
            events.Consume<DocumentEnd>();
            if (events.Accept<DocumentStart>(out var second))
                problems.Add(file, (int)second.Start.Line, FileRules.Unreadable, "A second document begins here: expected one document to a file");
            if (node is ContentMap map)
                return map;
            problems.Add(file, node.Line, FileRules.Unreadable, "Expected keys and values at the top of the file");
            return null;
        }

        private ContentNode Node(int depth)
        {
            var current = events.Consume<ParsingEvent>();
            var line = (int)current.Start.Line;
            if (depth > MaximumDepth && current is (SequenceStart or MappingStart))
                throw new NestingException(line);
            if (current is NodeEvent node)
                RefuseTagAndAnchor(node, line);
            switch (current)
            {
                case Scalar scalar:
                    return new ContentScalar(line, scalar.Value, scalar.Style == ScalarStyle.Plain);
                case SequenceStart:
                    var items = new List<ContentNode>();
                    while (!events.TryConsume<SequenceEnd>(out _))
                        items.Add(Node(depth + 1));
                    return new ContentList(line, items);
                case MappingStart:
                    return new ContentMap(line, Entries(depth));
                case AnchorAlias alias:
                    problems.Add(file, line, FileRules.Unreadable, $"'*{alias.Value}' repeats a value from elsewhere: expected the value to be written out");
                    return new ContentScalar(line, "?", IsPlain: false);
                default:
                    throw new YamlException(current.Start, current.End, "a key or a value is missing.");
            }
        }

        private List<ContentEntry> Entries(int depth)
        {
            var entries = new List<ContentEntry>();
            var lines = new Dictionary<string, int>(StringComparer.Ordinal);
            while (!events.TryConsume<MappingEnd>(out _))
            {
                var key = Node(depth + 1);
                var value = Node(depth + 1);
                if (key is not ContentScalar { Value: var name })
                    problems.Add(file, key.Line, FileRules.Unreadable, "A key is a list or a map: expected a word");
                else if (!lines.TryAdd(name, key.Line))
                    problems.Add(file, key.Line, FileRules.GivenTwice, $"'{name}' is given a second time (first on line {lines[name]}): expected it once");
                else
                    entries.Add(new(name, key.Line, value));
            }
            return entries;
        }

        private void RefuseTagAndAnchor(NodeEvent node, int line)
        {
            if (!node.Anchor.IsEmpty)
                problems.Add(file, line, FileRules.Unreadable, $"'&{node.Anchor.Value}' names a value for use elsewhere: expected values to be written out where they belong");
            if (!node.Tag.IsEmpty)
                problems.Add(file, line, FileRules.Unreadable, $"'{node.Tag.Value}' is a YAML tag: expected a plain value");
        }
    }
}
