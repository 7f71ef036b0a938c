using Spectre.Console;

namespace OnnxConvert.Cli.Convert;

/// <summary>A progress bar over files, for a terminal.</summary>
internal sealed class ProgressForFiles(IAnsiConsole console)
{
    public void Run<T>(IReadOnlyList<T> files, Func<T, string> name, Action<T> each) =>
        console.Progress().AutoClear(true).Start(progress =>
        {
            var task = progress.AddTask("", maxValue: files.Count);
            foreach (var file in files)
            {
                task.Description = Markup.Escape(name(file));
                each(file);
                task.Increment(1);
            }
        });
}
