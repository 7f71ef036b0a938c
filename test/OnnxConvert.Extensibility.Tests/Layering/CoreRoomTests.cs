using System.Reflection;
using System.Text.RegularExpressions;

namespace OnnxConvert.Extensibility.Layering;

/// <summary>The rooms of the core stand on each other in one order, and what a file is in follows from where it lies.</summary>
public partial class CoreRoomTests
{
    /// <summary>From the bottom up: a room knows those before it. The façade, the root namespace, knows all.</summary>
    private static readonly string[] Rooms =
    [
        "Numerics", "Ir", "Operators", "Checking", "Emission", "Rewriting", "Files", "Optimizers", "Converting",
    ];

    /// <summary>Of the root namespace, what every room may use.</summary>
    private static readonly string[] Bottom =
    [
        "OnnxConvertException", "InvalidModelException", "UnsupportedModelException", "UnsupportedItem", "InternalErrorException",
    ];

    private static readonly string Source = Path.Combine(TestData.Root, "src");

    private static string[] Packages() => [.. Directory.GetDirectories(Source, "OnnxConvert.*").Select(folder => Path.GetFileName(folder)!).Order(StringComparer.Ordinal)];

    [Test]
    public void The_list_names_every_room() => Assert.That(
        Directory.GetDirectories(Path.Combine(Source, "OnnxConvert.Core")).Select(folder => Path.GetFileName(folder)), Is.EquivalentTo(Rooms));

    [TestCaseSource(nameof(Rooms))]
    public void A_room_uses_only_rooms_before_it(string room)
    {
        var uses = Assembly.Load("OnnxConvert.Core").GetTypes()
            .Where(type => RoomOf(type) == room)
            .SelectMany(type => TypeUses.Of(type).Select(used => (Type: type, Used: used)))
            .Where(use => use.Used.Assembly == use.Type.Assembly && !MayUse(room, use.Used))
            .Select(use => $"{Outermost(use.Type).FullName} uses {Outermost(use.Used).FullName}");
        Assert.That(uses.Distinct().Order(StringComparer.Ordinal), Is.Empty);
    }

    [TestCaseSource(nameof(Rooms))]
    public void A_room_imports_only_rooms_before_it(string room)
    {
        var imports = Directory.EnumerateFiles(Path.Combine(Source, "OnnxConvert.Core", room), "*.cs", SearchOption.AllDirectories)
            .SelectMany(path => Import().Matches(File.ReadAllText(path)).Select(match => (Path: path, Room: match.Groups["room"].Value)))
            .Where(import => Array.IndexOf(Rooms, import.Room) > Array.IndexOf(Rooms, room))
            .Select(import => $"{Path.GetRelativePath(Source, import.Path)} imports {import.Room}");
        Assert.That(imports, Is.Empty);
    }

    [TestCaseSource(nameof(Packages))]
    public void Namespaces_follow_folders(string package)
    {
        string root = package == "OnnxConvert.Core" ? "OnnxConvert" : package;
        var strays = new List<string>();
        foreach (string path in Directory.EnumerateFiles(Path.Combine(Source, package), "*.cs", SearchOption.AllDirectories))
        {
            string folder = Path.GetRelativePath(Path.Combine(Source, package), Path.GetDirectoryName(path)!).Replace(Path.DirectorySeparatorChar, '.');
            string expected = folder == "." ? root : $"{root}.{folder}";
            string actual = Namespace().Match(File.ReadAllText(path)).Groups["name"].Value;
            // In the formats a folder may divide a namespace into families. Generated code has its schema's namespace.
            bool isRight = package == "OnnxConvert.Core" ? actual == expected : $"{expected}.".StartsWith($"{actual}.", StringComparison.Ordinal);
            if (actual.Length > 0 && !isRight && !path.EndsWith(".g.cs", StringComparison.Ordinal))
                strays.Add($"{Path.GetRelativePath(Source, path)} is in {actual}, not {expected}");
        }

        Assert.That(strays, Is.Empty);
    }

    private static bool MayUse(string room, Type used) => RoomOf(used) is { } other
        ? Array.IndexOf(Rooms, other) <= Array.IndexOf(Rooms, room)
        : Outermost(used).Namespace != "OnnxConvert" || Bottom.Contains(Outermost(used).Name);

    /// <summary>The room of a type; null for the root namespace and for what the compiler made.</summary>
    private static string? RoomOf(Type type) => Outermost(type).Namespace is { } name && name.StartsWith("OnnxConvert.", StringComparison.Ordinal)
        ? name.Split('.')[1]
        : null;

    private static Type Outermost(Type type) => type.DeclaringType is { } outer ? Outermost(outer) : type;

    [GeneratedRegex(@"^(global )?using (static )?(\w+ = )?OnnxConvert\.(?<room>\w+)", RegexOptions.Multiline)]
    private static partial Regex Import();

    [GeneratedRegex(@"^namespace (?<name>[\w.]+)", RegexOptions.Multiline)]
    private static partial Regex Namespace();
}
