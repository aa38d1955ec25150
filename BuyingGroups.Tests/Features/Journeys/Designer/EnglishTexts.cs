using System.Globalization;
using BuyingGroups.Portal.Shell;
using Microsoft.Extensions.Localization;

namespace BuyingGroups.Tests.Features.Journeys.Designer;

/// <summary>Texts as they are written, for tests without a portal.</summary>
internal sealed class EnglishTexts : IStringLocalizer<Text>
{
    public LocalizedString this[string name] => new(name, name);

    public LocalizedString this[string name, params object[] arguments] => new(name, string.Format(CultureInfo.CurrentCulture, name, arguments));

    public IEnumerable<LocalizedString> GetAllStrings(bool includeParentCultures) => [];
}
