using System.Globalization;

namespace BuyingGroups.Portal.Features.Imports;

/// <summary>Sizes of files as people read them.</summary>
public static class ImportSize
{
    private const double Step = 1024;

    public static string Of(long bytes) => bytes switch
    {
        < 1024 => string.Create(CultureInfo.CurrentCulture, $"{bytes} B"),
        < 1024 * 1024 => string.Create(CultureInfo.CurrentCulture, $"{bytes / Step:N0} KB"),
        _ => string.Create(CultureInfo.CurrentCulture, $"{bytes / Step / Step:N0} MB"),
    };
}
