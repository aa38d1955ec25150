using System.Globalization;
using BuyingGroups.Portal.Shell;
using Microsoft.Extensions.Localization;

namespace BuyingGroups.Tests.Shell.Localisation;

public sealed class PluralTextTests
{
    [Theory]
    [InlineData("en", 0, "0 members in A")]
    [InlineData("en", 1, "one member in A")]
    [InlineData("en", 1234, "1,234 members in A")]
    [InlineData("fr", 0, "one member in A")]
    [InlineData("sv", 0, "0 members in A")]
    public void A_number_chooses_its_text(string language, int number, string expected)
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("en-GB");

        Assert.Equal(expected, new Untranslated().Count(number, "one member in {1}", "{0} members in {1}", "A"));
    }

    sealed class Untranslated : IStringLocalizer
    {
        public LocalizedString this[string name] => new(name, name);

        public LocalizedString this[string name, params object[] arguments] => new(name, string.Format(CultureInfo.CurrentCulture, name, arguments));

        public IEnumerable<LocalizedString> GetAllStrings(bool includeParentCultures) => [];
    }
}
