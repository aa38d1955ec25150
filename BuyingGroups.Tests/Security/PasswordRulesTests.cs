using BuyingGroups.Portal.Security.SignIn;

namespace BuyingGroups.Tests.Security;

public sealed class PasswordRulesTests
{
    [Theory]
    [InlineData("short", typeof(PasswordTooShort))]
    [InlineData("elevenchars", typeof(PasswordTooShort))]
    [InlineData("password1234", typeof(PasswordIsCommon))]
    [InlineData("P@ssw0rd2026!", typeof(PasswordIsCommon))]
    [InlineData("SummerWinter2025", typeof(PasswordIsCommon))]
    [InlineData("letmein-letmein", typeof(PasswordIsCommon))]
    [InlineData("aaaaaaaaaaaa", typeof(PasswordRepeats))]
    [InlineData("abcabcabcabc", typeof(PasswordRepeats))]
    [InlineData("abcdefghijkl", typeof(PasswordIsSequence))]
    [InlineData("qwertyuiop12", typeof(PasswordIsSequence))]
    [InlineData("098765432112", typeof(PasswordIsSequence))]
    [InlineData("karin.lindqvist1", typeof(PasswordIsName))]
    public void A_password_that_is_guessed_first_is_refused(string password, Type refusal) =>
        Assert.IsType(refusal, PasswordRules.Check(password, "karin.lindqvist@acme.example", "Karin Lindqvist"));

    [Theory]
    [InlineData("lantern orbit 77 plum")]
    [InlineData("correct horse battery staple")]
    [InlineData("тихая река за лесом")]
    [InlineData("k2m7-9qpz-x4bd")]
    public void Length_is_enough_without_capitals_or_symbols(string password) =>
        Assert.Null(PasswordRules.Check(password, "karin.lindqvist@acme.example", "Karin Lindqvist"));

    [Fact]
    public void Every_password_the_portal_makes_fits_its_own_rules() =>
        Assert.All(Enumerable.Range(0, 200).Select(_ => InitialPassword.Create()), password => Assert.Null(PasswordRules.Check(password, "a@b.example", "A B")));
}
