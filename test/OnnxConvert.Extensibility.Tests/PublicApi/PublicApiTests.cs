using System.Reflection;

namespace OnnxConvert.Extensibility.PublicApi;

/// <summary>
/// The public members of the packages are those of the checked-in lists, so that a change of them shows in review. With the
/// environment variable ONNXCONVERT_WRITE_PUBLIC_API=1 the lists are written anew.
/// </summary>
public class PublicApiTests
{
    [TestCase("OnnxConvert.Core")]
    [TestCase("OnnxConvert.TfLite")]
    [TestCase("OnnxConvert.OrtFormat")]
    public void The_public_members_are_those_of_the_list(string package)
    {
        string path = Path.Combine(TestData.Root, "test", "OnnxConvert.Extensibility.Tests", "PublicApi", $"{package}.txt");
        string[] actual = [.. PublicMembers.Of(Assembly.Load(package))];
        if (Environment.GetEnvironmentVariable("ONNXCONVERT_WRITE_PUBLIC_API") == "1")
            File.WriteAllText(path, string.Concat(actual.Select(line => line + "\n")));
        string[] listed = File.ReadAllLines(path);
        string[] differences = [.. actual.Except(listed).Select(line => $"+ {line}"), .. listed.Except(actual).Select(line => $"- {line}")];
        Assert.That(differences, Is.Empty, "The public API differs from its list; CONTRIBUTING.md says how to write the list anew.");
    }
}
