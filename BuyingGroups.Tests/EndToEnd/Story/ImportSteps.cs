using Microsoft.Playwright;

namespace BuyingGroups.Tests.EndToEnd.Story;

/// <summary>The import wizard, from a file on the person's disk to its last page.</summary>
internal static class ImportSteps
{
    /// <summary>Imports <paramref name="file"/> with the mapping given, taking pictures on the way when they are named.</summary>
    /// <param name="kind">Accounts or People, as the wizard words it.</param>
    /// <param name="mapping">Column in the file → where it goes; the columns not named keep what the wizard guessed.</param>
    public static async Task ImportAsync(this Visitor visitor, string kind, string file, IReadOnlyDictionary<string, string> mapping, string? picture = null)
    {
        await visitor.OpenAsync("/imports/new");
        await visitor.Page.GetByRole(AriaRole.Radio, new() { Name = kind, Exact = true }).CheckAsync();
        await visitor.Page.Locator("input[type=file]").SetInputFilesAsync(file);
        await visitor.Page.GetByText("Column in file").WaitForAsync();
        foreach (var (column, target) in mapping)
        {
            await visitor.Page.GetByLabel($"{column} goes to", new() { Exact = true }).SelectOptionAsync(new SelectOptionValue { Label = target });
        }

        await visitor.PictureAsync(picture, "mapping");
        await visitor.ClickAsync("Preview");
        await visitor.Page.GetByText("Nothing has been written yet").WaitForAsync(new() { Timeout = 60_000 });
        await visitor.PictureAsync(picture, "preview");
        await visitor.Page.Locator("main .btn.p").Last.ClickAsync();
        await visitor.Page.GetByText("Import another file").WaitForAsync(new() { Timeout = 120_000 });
        await visitor.PictureAsync(picture, "done");
    }

    /// <summary>The four figures of the wizard's tiles: new, updated, unchanged, rejected.</summary>
    public static async Task<IReadOnlyList<string>> TilesAsync(this Visitor visitor) => await visitor.Page.Locator(".tiles .num").AllInnerTextsAsync();

    private static Task PictureAsync(this Visitor visitor, string? picture, string step) =>
        picture is null ? Task.CompletedTask : Picture.TakeAsync(visitor.Page, $"{picture}-{step}");
}
