"""Names that put the family first: Chinese, Korean and Vietnamese."""

import re

from site_builder.entities.lexicon import word_set

CHINESE = word_set(
    """
    ai an bai ban bao bi bian bo bu cai cao cen chang che chen cheng chi chu cui dai deng di
    ding dong dou du duan fan fang fei feng fu gan gao ge geng gong gu guan guo han hao he hong
    hou hu hua huang huo ji jia jian jiang jiao jin jing ju kang ke kong kuang lai lan lei leng
    li lian liang liao lin ling liu long lou lu luan luo lv lyu ma mao mei meng miao mo mou mu
    ni nie ning niu ouyang pan pang pei peng pi pu qi qian qiang qiao qin qiu qu quan ran rao
    ren rong ruan rui sha shan shang shao shen sheng shi shu si sima song su sui sun tai tan
    tang tao teng tian tong tu wan wang wei wen weng wu xi xia xiang xiao xie xin xing xiong xu
    xue yan yang yao ye yi yin ying you yu yuan yue yun zang zeng zha zhai zhan zhang zhao zhen
    zheng zhi zhong zhou zhu zhuang zhuo zhuge zong zou zuo leung cheung chan wong lam ho tsang
    tung yeung lau ng kwok tsai chiang chiu hsieh hsu lee tsui
    """
)
KOREAN = word_set(
    """
    kim lee park choi choe jeong jung chung cho kang yoon yun jang chang lim im han oh seo suh
    shin sin kwon hwang ahn an song ryu yoo yu hong jeon chun ko koh moon mun yang son sohn bae
    paek baek heo hur nam sim shim roh noh ha kwak sung cha joo ju woo ri pak rim
    """
)
VIETNAMESE = word_set(
    """
    nguyen tran le pham hoang huynh phan vu vo dang bui do ho ngo duong ly dinh truong dao doan
    luong mai ta to trinh cao tong vuong ton ha lam lai quach thai chu
    """
)
_SYLLABLE = (
    r"(?:(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?"
    r"(?:iang|iong|uang|ang|eng|ing|ong|iao|ian|uai|uan|ai|ei|ao|ou|an|en|in|un|ia|ie|iu|ua|uo|ue|ui|er|[aeiouv]))"
)
_PINYIN = re.compile(rf"{_SYLLABLE}{{1,2}}|{_SYLLABLE}['’-]?{_SYLLABLE}")
_KOREAN_GIVEN = re.compile(r"[a-z]{2,6}(?:-[a-z]{2,6})?")
_SYLLABIC = re.compile(r"[a-z]{1,6}")


def is_pinyin(key: str) -> bool:
    """Tell whether a folded word can be one or two syllables of Chinese in pinyin."""
    return _PINYIN.fullmatch(key) is not None


def is_family_first(keys: tuple[str, ...]) -> bool:
    """Tell whether folded words read as a family name and a given name of East Asia.

    Chinese: a surname and one or two words of pinyin (Wang Yi, Sima Nan).
    Korean: a surname and two short syllables or one hyphenated word (Kim Jong Un, Chung Eui-yong).
    Vietnamese: a surname and two or three syllables (Nguyen Xuan Phuc).
    """
    if not 2 <= len(keys) <= 4:
        return False
    family, given = keys[0], keys[1:]
    if family in CHINESE and len(given) <= 2 and all(_PINYIN.fullmatch(word) for word in given):
        return len(given) == 1 or all(len(word) <= 6 for word in given)
    if family in KOREAN and (
        (len(given) == 1 and "-" in given[0] and _KOREAN_GIVEN.fullmatch(given[0]))
        or (len(given) == 2 and all(_SYLLABIC.fullmatch(word) for word in given))
    ):
        return True
    return family in VIETNAMESE and len(given) >= 2 and all(_SYLLABIC.fullmatch(w) for w in given)
