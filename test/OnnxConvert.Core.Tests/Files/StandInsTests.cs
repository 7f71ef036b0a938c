using System.Text;
using OnnxConvert.Files;

namespace OnnxConvert.Core.Tests.Files;

internal sealed class StandInsTests
{
    [TestCase("version https://git-lfs.github.com/spec/v1\noid sha256:00", "Git LFS pointer")]
    [TestCase("<!DOCTYPE html>", "web page")]
    [TestCase("\uFEFF \r\n\t<Html lang=en>", "web page")]
    public void What_is_no_model_is_named(string start, string name) => Assert.That(StandIns.Describe(Encoding.UTF8.GetBytes(start)), Does.Contain(name));

    [TestCase("")]
    [TestCase("<htm")]
    [TestCase("version 2")]
    public void Other_bytes_are_left_to_the_reader(string start) => Assert.That(StandIns.Describe(Encoding.UTF8.GetBytes(start)), Is.Null);

    [Test]
    public void An_ONNX_file_that_is_none_is_said_to_be_so()
    {
        Assert.That(() => OnnxModel.Load("<!doctype html><html></html>"u8.ToArray()), Throws.TypeOf<InvalidModelException>().With.Message.Contains("web page"));
        Assert.That(() => OnnxModel.Load("\b\b\u0012"u8.ToArray()), Throws.TypeOf<InvalidModelException>().With.Message.Contains("no protocol buffer message"));
    }
}
